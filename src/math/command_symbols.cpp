#include "math/command_symbols.h"

#include <algorithm>
#include <iterator>

namespace sixiang::math {
namespace {

// Each list is sorted by name (bytes). Names and characters as the unicode-math symbol list has them.
constexpr CommandSymbol kOrdinary[] = {
    {"Alpha", U'Α'},    {"Beta", U'Β'},       {"Box", U'□'},         {"Chi", U'Χ'},         {"Delta", U'Δ'},
    {"Epsilon", U'Ε'},  {"Eta", U'Η'},        {"Gamma", U'Γ'},       {"Im", U'ℑ'},          {"Iota", U'Ι'},
    {"Kappa", U'Κ'},    {"Lambda", U'Λ'},     {"Mu", U'Μ'},          {"Nu", U'Ν'},          {"Omega", U'Ω'},
    {"Omicron", U'Ο'},  {"P", U'¶'},          {"Phi", U'Φ'},         {"Pi", U'Π'},          {"Psi", U'Ψ'},
    {"Re", U'ℜ'},       {"Rho", U'Ρ'},        {"S", U'§'},           {"Sigma", U'Σ'},       {"Tau", U'Τ'},
    {"Theta", U'Θ'},    {"Upsilon", U'Υ'},    {"Vert", U'‖'},        {"Xi", U'Ξ'},          {"Zeta", U'Ζ'},
    {"aleph", U'ℵ'},    {"alpha", U'α'},      {"angle", U'∠'},       {"backslash", U'\\'},  {"beta", U'β'},
    {"beth", U'ℶ'},     {"bigstar", U'★'},    {"blacksquare", U'■'}, {"bot", U'⊥'},         {"checkmark", U'✓'},
    {"chi", U'χ'},      {"clubsuit", U'♣'},   {"complement", U'∁'},  {"copyright", U'©'},   {"dag", U'†'},
    {"ddag", U'‡'},     {"degree", U'°'},     {"delta", U'δ'},       {"diamondsuit", U'♢'}, {"ell", U'ℓ'},
    {"emptyset", U'∅'}, {"epsilon", U'ϵ'},    {"eta", U'η'},         {"eth", U'ð'},         {"exists", U'∃'},
    {"flat", U'♭'},     {"forall", U'∀'},     {"gamma", U'γ'},       {"hbar", U'ℏ'},        {"heartsuit", U'♡'},
    {"hslash", U'ℏ'},   {"imath", U'ı'},      {"infty", U'∞'},       {"iota", U'ι'},        {"jmath", U'ȷ'},
    {"kappa", U'κ'},    {"lambda", U'λ'},     {"lnot", U'¬'},        {"mho", U'℧'},         {"mu", U'μ'},
    {"nabla", U'∇'},    {"natural", U'♮'},    {"neg", U'¬'},         {"nexists", U'∄'},     {"nu", U'ν'},
    {"omega", U'ω'},    {"omicron", U'ο'},    {"partial", U'∂'},     {"phi", U'ϕ'},         {"pi", U'π'},
    {"pounds", U'£'},   {"prime", U'′'},      {"psi", U'ψ'},         {"rho", U'ρ'},         {"sharp", U'♯'},
    {"sigma", U'σ'},    {"spadesuit", U'♠'},  {"square", U'□'},      {"surd", U'√'},        {"tau", U'τ'},
    {"theta", U'θ'},    {"top", U'⊤'},        {"triangle", U'△'},    {"upsilon", U'υ'},     {"varepsilon", U'ε'},
    {"varkappa", U'ϰ'}, {"varnothing", U'∅'}, {"varphi", U'φ'},      {"varpi", U'ϖ'},       {"varrho", U'ϱ'},
    {"varsigma", U'ς'}, {"vartheta", U'ϑ'},   {"vdots", U'⋮'},       {"vert", U'|'},        {"wp", U'℘'},
    {"xi", U'ξ'},       {"zeta", U'ζ'},       {"|", U'‖'},
};

constexpr CommandSymbol kBinary[] = {
    {"amalg", U'⨿'},
    {"ast", U'∗'},
    {"barwedge", U'⊼'},
    {"bigcirc", U'◯'},
    {"bigtriangledown", U'▽'},
    {"bigtriangleup", U'△'},
    {"boxdot", U'⊡'},
    {"boxminus", U'⊟'},
    {"boxplus", U'⊞'},
    {"boxtimes", U'⊠'},
    {"bullet", U'•'},
    {"cap", U'∩'},
    {"cdot", U'⋅'},
    {"cdotp", U'⋅'},
    {"circ", U'∘'},
    {"circledast", U'⊛'},
    {"circledcirc", U'⊚'},
    {"cup", U'∪'},
    {"dagger", U'†'},
    {"ddagger", U'‡'},
    {"diamond", U'⋄'},
    {"div", U'÷'},
    {"dotplus", U'∔'},
    {"land", U'∧'},
    {"lor", U'∨'},
    {"ltimes", U'⋉'},
    {"mp", U'∓'},
    {"odot", U'⊙'},
    {"ominus", U'⊖'},
    {"oplus", U'⊕'},
    {"oslash", U'⊘'},
    {"otimes", U'⊗'},
    {"pm", U'±'},
    {"rtimes", U'⋊'},
    {"setminus", U'∖'},
    {"smallsetminus", U'∖'},
    {"sqcap", U'⊓'},
    {"sqcup", U'⊔'},
    {"star", U'⋆'},
    {"times", U'×'},
    {"triangleleft", U'◁'},
    {"triangleright", U'▷'},
    {"uplus", U'⊎'},
    {"vee", U'∨'},
    {"veebar", U'⊻'},
    {"wedge", U'∧'},
    {"wr", U'≀'},
};

constexpr CommandSymbol kRelation[] = {
    {"Downarrow", U'⇓'},
    {"Leftarrow", U'⇐'},
    {"Leftrightarrow", U'⇔'},
    {"Longleftarrow", U'⟸'},
    {"Longleftrightarrow", U'⟺'},
    {"Longrightarrow", U'⟹'},
    {"Rightarrow", U'⇒'},
    {"Uparrow", U'⇑'},
    {"Updownarrow", U'⇕'},
    {"Vdash", U'⊩'},
    {"approx", U'≈'},
    {"approxeq", U'≊'},
    {"asymp", U'≍'},
    {"because", U'∵'},
    {"bowtie", U'⋈'},
    {"circlearrowleft", U'↺'},
    {"circlearrowright", U'↻'},
    {"coloneq", U'≔'},
    {"coloneqq", U'≔'},
    {"cong", U'≅'},
    {"curvearrowleft", U'↶'},
    {"curvearrowright", U'↷'},
    {"dashv", U'⊣'},
    {"doteq", U'≐'},
    {"downarrow", U'↓'},
    {"eqqcolon", U'≕'},
    {"equiv", U'≡'},
    {"frown", U'⌢'},
    {"ge", U'≥'},
    {"geq", U'≥'},
    {"geqslant", U'⩾'},
    {"gets", U'←'},
    {"gg", U'≫'},
    {"ggg", U'⋙'},
    {"gt", U'>'},
    {"gtrsim", U'≳'},
    {"hookleftarrow", U'↩'},
    {"hookrightarrow", U'↪'},
    {"iff", U'⟺'},
    {"impliedby", U'⟸'},
    {"implies", U'⟹'},
    {"in", U'∈'},
    {"le", U'≤'},
    {"leadsto", U'⇝'},
    {"leftarrow", U'←'},
    {"leftharpoondown", U'↽'},
    {"leftharpoonup", U'↼'},
    {"leftrightarrow", U'↔'},
    {"leftrightarrows", U'⇆'},
    {"leftrightharpoons", U'⇋'},
    {"leq", U'≤'},
    {"leqslant", U'⩽'},
    {"lessgtr", U'≶'},
    {"lesssim", U'≲'},
    {"ll", U'≪'},
    {"lll", U'⋘'},
    {"longleftarrow", U'⟵'},
    {"longleftrightarrow", U'⟷'},
    {"longmapsto", U'⟼'},
    {"longrightarrow", U'⟶'},
    {"lt", U'<'},
    {"mapsto", U'↦'},
    {"mid", U'|'},
    {"models", U'⊨'},
    {"nRightarrow", U'⇏'},
    {"ncong", U'≇'},
    {"ne", U'≠'},
    {"nearrow", U'↗'},
    {"neq", U'≠'},
    {"ngeq", U'≱'},
    {"ngtr", U'≯'},
    {"ni", U'∋'},
    {"nleftarrow", U'↚'},
    {"nleq", U'≰'},
    {"nless", U'≮'},
    {"nmid", U'∤'},
    {"notin", U'∉'},
    {"nparallel", U'∦'},
    {"nrightarrow", U'↛'},
    {"nsim", U'≁'},
    {"nsubseteq", U'⊈'},
    {"nsupseteq", U'⊉'},
    {"nwarrow", U'↖'},
    {"owns", U'∋'},
    {"parallel", U'‖'},
    {"perp", U'⊥'},
    {"prec", U'≺'},
    {"preceq", U'⪯'},
    {"propto", U'∝'},
    {"rightarrow", U'→'},
    {"rightharpoondown", U'⇁'},
    {"rightharpoonup", U'⇀'},
    {"rightleftarrows", U'⇄'},
    {"rightleftharpoons", U'⇌'},
    {"rightrightarrows", U'⇉'},
    {"rightsquigarrow", U'⇝'},
    {"searrow", U'↘'},
    {"sim", U'∼'},
    {"simeq", U'≃'},
    {"smile", U'⌣'},
    {"sqsubset", U'⊏'},
    {"sqsubseteq", U'⊑'},
    {"sqsupset", U'⊐'},
    {"sqsupseteq", U'⊒'},
    {"stackreldef", U'≝'},
    {"subset", U'⊂'},
    {"subseteq", U'⊆'},
    {"subsetneq", U'⊊'},
    {"succ", U'≻'},
    {"succeq", U'⪰'},
    {"supset", U'⊃'},
    {"supseteq", U'⊇'},
    {"supsetneq", U'⊋'},
    {"swarrow", U'↙'},
    {"therefore", U'∴'},
    {"to", U'→'},
    {"triangleq", U'≜'},
    {"twoheadrightarrow", U'↠'},
    {"uparrow", U'↑'},
    {"updownarrow", U'↕'},
    {"vDash", U'⊨'},
    {"varpropto", U'∝'},
    {"vdash", U'⊢'},
};

constexpr CommandSymbol kOpen[] = {
    {"lVert", U'‖'},  {"langle", U'⟨'},    {"lbrace", U'{'},   {"lbrack", U'['}, {"lceil", U'⌈'},    {"lfloor", U'⌊'},
    {"lgroup", U'⟮'}, {"llbracket", U'⟦'}, {"llcorner", U'⌞'}, {"lvert", U'|'},  {"ulcorner", U'⌜'}, {"{", U'{'},
};

constexpr CommandSymbol kClose[] = {
    {"lrcorner", U'⌟'}, {"rVert", U'‖'},  {"rangle", U'⟩'},    {"rbrace", U'}'}, {"rbrack", U']'},   {"rceil", U'⌉'},
    {"rfloor", U'⌋'},   {"rgroup", U'⟯'}, {"rrbracket", U'⟧'}, {"rvert", U'|'},  {"urcorner", U'⌝'}, {"}", U'}'},
};

constexpr CommandSymbol kPunctuation[] = {
    {"colon", U':'},
};

constexpr CommandSymbol kInner[] = {
    {"cdots", U'⋯'}, {"ddots", U'⋱'}, {"dots", U'…'},  {"dotsb", U'⋯'},  {"dotsc", U'…'},
    {"dotsi", U'⋯'}, {"dotsm", U'⋯'}, {"dotso", U'…'}, {"iddots", U'⋰'}, {"ldots", U'…'},
};

struct SymbolList {
  const CommandSymbol* begin;
  std::size_t size;
  AtomClass atom_class;
};
constexpr SymbolList kLists[] = {{kOrdinary, std::size(kOrdinary), AtomClass::Ordinary},
                                 {kBinary, std::size(kBinary), AtomClass::Binary},
                                 {kRelation, std::size(kRelation), AtomClass::Relation},
                                 {kOpen, std::size(kOpen), AtomClass::Open},
                                 {kClose, std::size(kClose), AtomClass::Close},
                                 {kPunctuation, std::size(kPunctuation), AtomClass::Punctuation},
                                 {kInner, std::size(kInner), AtomClass::Inner}};

constexpr bool sorted(const SymbolList& list) {
  for (std::size_t i = 1; i < list.size; ++i) {
    if (!(list.begin[i - 1].name < list.begin[i].name)) return false;
  }
  return true;
}
static_assert(std::all_of(std::begin(kLists), std::end(kLists), sorted), "find_command_symbol searches by halves");

}  // namespace

std::optional<Symbol> find_command_symbol(std::string_view name) {
  for (const SymbolList& list : kLists) {
    const CommandSymbol* end = list.begin + list.size;
    const CommandSymbol* found = std::lower_bound(
        list.begin, end, name, [](const CommandSymbol& entry, std::string_view wanted) { return entry.name < wanted; });
    if (found != end && found->name == name) return Symbol{found->character, list.atom_class};
  }
  return std::nullopt;
}

}  // namespace sixiang::math
