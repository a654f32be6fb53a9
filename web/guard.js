// Says what is wrong where the editor's own modules cannot: opened from the disk, in a browser too old for them, or with
// one of them missing. Old syntax on purpose.
(function () {
  function show(id) {
    if (document.readyState === "loading") {
      document.addEventListener("DOMContentLoaded", function () {
        show(id);
      });
      return;
    }
    document.getElementById("loading-text").hidden = true;
    document.getElementById("loading-bar").hidden = true;
    document.getElementById(id).hidden = false;
  }
  if (location.protocol === "file:") {
    show("loading-local");
  } else if (!("noModule" in HTMLScriptElement.prototype) || !("DecompressionStream" in window)) {
    show("loading-old");
  } else {
    // Errors of resources do not bubble, but they can be caught on their way down.
    window.addEventListener(
      "error",
      function (event) {
        if (event.target.tagName === "SCRIPT") show("loading-script");
        else if (event.error instanceof SyntaxError) show("loading-old");
      },
      true
    );
  }
})();
