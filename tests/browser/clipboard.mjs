// Clipboards as programs and pages leave them, for real pastes in either browser: what is on each, by format, and the labels that
// come of it. Both browsers leave annotations out of what they copy, and what a style hides.

const MATHML = `xmlns="http://www.w3.org/1998/Math/MathML"`;

const KATEX_LOSS =
  `<span class="katex"><span class="katex-mathml"><math ${MATHML}><semantics><mrow><msub><mi>L</mi><mi>t</mi></msub><mo>=</mo>` +
  `<mfrac><mn>1</mn><mi>n</mi></mfrac></mrow></semantics></math></span><span class="katex-html" aria-hidden="true">` +
  `<span class="katex-base"><span class="katex-strut" style="height:0.8333em;"></span><span class="mord mathnormal">L</span>` +
  `<span class="vlist-s">\u200B</span><span class="mrel">=</span><span class="mord">1</span></span></span></span>`;

const MATHJAX =
  `<mjx-container class="MathJax" jax="CHTML" style="font-size: 113.1%;"><mjx-math class="MJX-TEX" aria-hidden="true"><mjx-msup>` +
  `<mjx-mi class="mjx-i"><mjx-c class="mjx-c1D465 TEX-I"></mjx-c></mjx-mi><mjx-script style="vertical-align: 0.363em;"><mjx-mn class="mjx-n">` +
  `<mjx-c class="mjx-c32"></mjx-c></mjx-mn></mjx-script></mjx-msup></mjx-math><mjx-assistive-mml unselectable="on" display="inline">` +
  `<math ${MATHML}><msup><mi>x</mi><mn>2</mn></msup></math></mjx-assistive-mml></mjx-container>`;

// As browsers copy it: without its MathML.
const MATHJAX_DRAWN =
  `<mjx-container class="MathJax" jax="CHTML"><mjx-math class="MJX-TEX" aria-hidden="true"><mjx-munderover><mjx-over style="padding-bottom: 0.2em;">` +
  `<mjx-mi class="mjx-i" size="s"><mjx-c class="mjx-c1D45B TEX-I"></mjx-c></mjx-mi></mjx-over><mjx-box><mjx-munder><mjx-row><mjx-base>` +
  `<mjx-mo class="mjx-lop"><mjx-c class="mjx-c2211 TEX-S2"></mjx-c></mjx-mo></mjx-base></mjx-row><mjx-row><mjx-under style="padding-top: 0.2em;">` +
  `<mjx-texatom size="s" texclass="ORD"><mjx-mi class="mjx-i"><mjx-c class="mjx-c1D456 TEX-I"></mjx-c></mjx-mi><mjx-mo class="mjx-n"><mjx-c ` +
  `class="mjx-c3D"></mjx-c></mjx-mo><mjx-mn class="mjx-n"><mjx-c class="mjx-c31"></mjx-c></mjx-mn></mjx-texatom></mjx-under></mjx-row>` +
  `</mjx-munder></mjx-box></mjx-munderover><mjx-mfrac space="2"><mjx-frac><mjx-num><mjx-nstrut></mjx-nstrut><mjx-msubsup><mjx-mi class="mjx-cal mjx-i">` +
  `<mjx-c class="mjx-c4C TEX-C"></mjx-c></mjx-mi><mjx-script style="vertical-align: -0.3em;"><mjx-mn class="mjx-n" size="s"><mjx-c class="mjx-c32">` +
  `</mjx-c></mjx-mn><mjx-spacer style="margin-top: 0.2em;"></mjx-spacer><mjx-mi class="mjx-i" size="s"><mjx-c class="mjx-c1D456 TEX-I"></mjx-c></mjx-mi>` +
  `</mjx-script></mjx-msubsup></mjx-num><mjx-dbox><mjx-dtable><mjx-line></mjx-line><mjx-row><mjx-den><mjx-dstrut></mjx-dstrut><mjx-msqrt><mjx-sqrt>` +
  `<mjx-surd><mjx-mo class="mjx-n"><mjx-c class="mjx-c221A"></mjx-c></mjx-mo></mjx-surd><mjx-box style="padding-top: 0.1em;"><mjx-mi class="mjx-i">` +
  `<mjx-c class="mjx-c1D6FC TEX-I"></mjx-c></mjx-mi></mjx-box></mjx-sqrt></mjx-msqrt></mjx-den></mjx-row></mjx-dtable></mjx-dbox></mjx-frac></mjx-mfrac>` +
  `</mjx-math></mjx-container>`;

const MATHJAX_PICTURE = `<mjx-container class="MathJax" jax="SVG"><svg aria-hidden="true"><g data-mml-node="math"></g></svg></mjx-container>`;

const MATHJAX_2 =
  `<span class="MathJax_Preview"></span><span class="MathJax" data-mathml='<math ${MATHML}><mi>&amp;#x03B1;</mi></math>' role="presentation">` +
  `<nobr aria-hidden="true"><span class="mi">α</span></nobr><span class="MJX_Assistive_MathML"><math ${MATHML}><mi>α</mi></math></span></span>`;

const WIKIPEDIA =
  `<span class="mwe-math-element mwe-math-element-inline"><span class="mwe-math-mathml-inline" style="display: none;"><math ${MATHML} ` +
  `alttext="{\\displaystyle {\\sqrt {x}}}"><semantics><mrow><msqrt><mi>x</mi></msqrt></mrow><annotation encoding="application/x-tex">` +
  `{\\displaystyle {\\sqrt {x}}}</annotation></semantics></math></span><img class="mwe-math-fallback-image-inline" aria-hidden="true" ` +
  `style="width:3ex" alt="{\\displaystyle {\\sqrt {x}}}"></span>`;

const WORD_MATH =
  `<mml:math xmlns:mml="http://www.w3.org/1998/Math/MathML"><mml:mfrac><mml:mrow><mml:mn>1</mml:mn></mml:mrow><mml:mrow><mml:mi>n</mml:mi>` +
  `</mml:mrow></mml:mfrac></mml:math>`;

const wordPage = (body) =>
  `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><style><!-- p.MsoNormal ` +
  `{margin:0cm; mso-style-parent:"";} --></style></head><body lang=ZH-CN style='tab-interval:21.0pt'><!--StartFragment-->${body}` +
  `<!--EndFragment--></body></html>`;

const wordRun = (text) => `<i style='mso-bidi-font-style:normal'><span lang=EN-US style='font-family:"Cambria Math",serif'><m:r>${text}</m:r></span></i>`;

// As Word writes every equation, with its picture for everybody else.
const WORD_EQUATION =
  `<!--[if gte msEquation 12]><m:oMath><m:sSup><m:sSupPr><span style='font-family:"Cambria Math",serif'><m:ctrlPr></m:ctrlPr></span></m:sSupPr>` +
  `<m:e>${wordRun("a")}</m:e><m:sup>${wordRun("2")}</m:sup></m:sSup>${wordRun("+b\r\n=c")}</m:oMath><![endif]--><![if !msEquation]><span ` +
  `style='font-size:10.5pt'><!--[if gte vml 1]><v:shape id="_x0000_i1025" style='width:9pt'></v:shape><![endif]--><img width=12 ` +
  `height=16 src="file:///C:/clip_image002.png"></span><![endif]>`;

const wordItem = (words) =>
  `<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Wingdings'><span style='mso-list:Ignore'>` +
  `l<span style='font:7.0pt "Times New Roman"'>&nbsp; </span></span></span><![endif]>${words}<o:p></o:p></p>`;

const tooDeep = (words) => `<math>${"<mrow>".repeat(90)}<mi>${words}</mi>${"</mrow>".repeat(90)}</math>`;

export const CLIPBOARDS = [
  {
    name: "Word's paragraph",
    holds: { "text/html": wordPage(`<p class=MsoNormal style='color:red'>约为${WORD_MATH}，\r\n即均值</p>`), "text/plain": "约为1/n，即均值\r\n" },
    gives: ["约为$\\frac{1}{n}$，即均值"],
  },
  {
    name: "Word's equations",
    holds: { "text/html": wordPage(`<p class=MsoNormal>由${WORD_EQUATION}可知${WORD_EQUATION}。</p>`), "text/plain": "由𝑎^2+𝑏=𝑐可知𝑎^2+𝑏=𝑐。\r\n" },
    gives: ["由$a^{2} + b = c$可知$a^{2} + b = c$。"],
  },
  {
    name: "Word's list",
    holds: { "text/html": wordPage(wordItem(`权重 ${WORD_MATH}`) + wordItem("其余")), "text/plain": "l  权重 1/n\r\nl  其余\r\n" },
    gives: ["权重 $\\frac{1}{n}$", "其余"],
  },
  {
    name: "OneNote's comment",
    holds: { "text/html": `<p>约为 <!--[if mathML]>${WORD_MATH}<![endif]--> 左右</p>`, "text/plain": "约为  左右" },
    gives: ["约为 $\\frac{1}{n}$ 左右"],
  },
  {
    name: "Wikipedia's page",
    holds: { "text/html": `<p>其中 ${WIKIPEDIA} 成立<sup>[1]</sup></p>`, "text/plain": "其中 {\\displaystyle {\\sqrt {x}}} 成立[1]" },
    gives: ["其中 ${\\sqrt {x}}$ 成立[1]"],
  },
  {
    name: "what browsers copy of Wikipedia's page",
    holds: { "text/html": `<p>其中 ${WIKIPEDIA.replace(/<span[^>]*none[^]*<\/math><\/span>/, "")} 成立</p>`, "text/plain": "其中 {\\displaystyle {\\sqrt {x}}} 成立" },
    gives: ["其中 ${\\sqrt {x}}$ 成立"],
  },
  {
    name: "a chat model's answer with KaTeX's formulas",
    holds: {
      "text/html": `<meta charset='utf-8'><p style="color: rgb(0, 0, 0);"><strong>损失</strong> ${KATEX_LOSS} 与 ${KATEX_LOSS}2 次，省 $5。</p>`,
      "text/plain": "损失 \nL\nt\n 下降，省 $5。",
    },
    gives: ["损失 $L_{t} = \\frac{1}{n}$ 与 \\(L_{t} = \\frac{1}{n}\\)2 次，省 \\$5。"],
  },
  {
    name: "MathJax 3's and 2's formulas",
    holds: { "text/html": `<p>设 ${MATHJAX} 与 ${MATHJAX_2}，则</p>`, "text/plain": "设  与 αα，则" },
    gives: ["设 $x^{2}$ 与 $α$，则"],
  },
  {
    name: "what browsers copy of MathJax's formulas",
    holds: { "text/html": `<p>共 ${MATHJAX_DRAWN} 与 ${MATHJAX_PICTURE} 项</p>`, "text/plain": "共 与 项" },
    gives: ["共 $∑_{i = 1}^{n}\\frac{\\mathcal{L}_{i}^{2}}{\\sqrt{α}}$ 与 项"],
    says: /没能读出来/,
  },
  {
    name: "a list whose items hold formulas",
    holds: { "text/html": `<ul><li>第一 ${KATEX_LOSS}</li><li><p>第二 ${MATHJAX}</p><ol><li>其次</li></ol></li></ul>`, "text/plain": "第一\n第二\n其次" },
    gives: ["第一 $L_{t} = \\frac{1}{n}$", "第二 $x^{2}$", "其次"],
  },
  {
    name: "a table whose cells hold formulas",
    holds: {
      "text/html": `<table><tr><th>模型</th><th>代价</th></tr><tr><td><p>RNN</p></td><td><p>${WORD_MATH}</p></td></tr></table>`,
      "text/plain": "模型\t代价\nRNN\t1n",
    },
    gives: ["模型 | 代价", "RNN | $\\frac{1}{n}$"],
  },
  {
    name: "arXiv's numbered formula",
    holds: {
      "text/html":
        `<table class="ltx_equation ltx_eqn_table"><tr class="ltx_eqn_row"><td class="ltx_eqn_cell"></td><td class="ltx_eqn_cell">` +
        `<math alttext="\\displaystyle a\\leq b"><mi>a</mi></math></td><td class="ltx_eqn_cell">(1)</td></tr></table>`,
      "text/plain": "(1)",
    },
    gives: ["$a\\leq b$ (1)"],
  },
  {
    name: "pictures with their TeX, of Zhihu and other pages",
    holds: { "text/html": `<p>梯度 <img eeimg="1" alt="\\nabla J"> 与 <span data-tex="x_10"></span></p>`, "text/plain": "梯度 与" },
    gives: ["梯度 $\\nabla J$ 与 $x_{1}0$"],
  },
  {
    name: "a formula that is too deep, beside one that is not",
    holds: { "text/html": `<p>${WORD_MATH} 与 ${tooDeep("深")}</p>`, "text/plain": "1/n 与 深" },
    gives: ["$\\frac{1}{n}$ 与 深"],
    says: /没能读出来/,
  },
  { name: "a formula as MathML", holds: { "application/mathml+xml": WORD_MATH, "text/plain": "1/n" }, gives: ["$\\frac{1}{n}$"] },
  { name: "a formula as presentation MathML", holds: { "application/mathml-presentation+xml": WORD_MATH }, gives: ["$\\frac{1}{n}$"] },
  {
    name: "MathML that is too deep",
    holds: { "application/mathml+xml": tooDeep("深"), "text/plain": "深\n度" },
    gives: ["深", "度"],
    says: /没能读出来/,
  },
  { name: "Word's MathML as plain text", holds: { "text/plain": `<?xml version="1.0"?>\r\n${WORD_MATH}\r\n` }, gives: ["$\\frac{1}{n}$"] },
  { name: "Word's linear format", holds: { "text/plain": "∑_(𝑖=1)^𝑛▒𝑥_𝑖" }, gives: ["∑_(𝑖=1)^𝑛▒𝑥_𝑖"] },
  { name: "a page without a formula", holds: { "text/html": "<p><b>粗</b>体</p>", "text/plain": "粗体 <math>" }, gives: ["粗体 <math>"] },
];

export const PIECES = { KATEX_LOSS, WORD_MATH };

/** Run in the page: the next copy puts this on the clipboard instead of what is selected. */
export function replaceNextCopy(holds) {
  const replace = (event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
    for (const [type, text] of Object.entries(holds)) event.clipboardData.setData(type, text);
  };
  document.addEventListener("copy", replace, { capture: true, once: true });
}
