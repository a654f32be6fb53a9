// Formulas without dollars: what is one, and what is none.

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "brief/formulas.h"

using namespace sixiang::brief;

namespace {

std::string marked(const std::string& text) { return to_utf8(mark_formulas(to_text(text)).text); }

}  // namespace

TEST_CASE("formulas are found in running text") {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"E[X^k] = (1/n)·ΣXᵢ^k", "$E[X^k] = (1/n)·ΣXᵢ^k$"},
      {"方差: σ̂² = (1/n)·Σ(Xᵢ - X̄)²", "方差: $σ̂² = (1/n)·Σ(Xᵢ - X̄)²$"},
      {"θ̂ = argmax_θ ∏p(xᵢ|θ)", "$θ̂ = argmax_θ ∏p(xᵢ|θ)$"},
      {"对数似然: ℓ(θ) = Σlog p(xᵢ|θ)", "对数似然: $ℓ(θ) = Σlog p(xᵢ|θ)$"},
      {"渐近正态: √n(θ̂-θ)→N(0, 1/I(θ))", "渐近正态: $√n(θ̂-θ)→N(0, 1/I(θ))$"},
      {"p(θ|x) ∝ p(x|θ)·p(θ)", "$p(θ|x) ∝ p(x|θ)·p(θ)$"},
      {"Q(θ|θ_old) = E[log p(x,z|θ)]", "$Q(θ|θ_old) = E[log p(x,z|θ)]$"},
      {"θ̂ 样本的函数", "$θ̂$ 样本的函数"},
      {"min_G max_D V(D,G)", "$min_G max_D V(D,G)$"},
      {"D* = p_data/(p_data+p_g)", "$D* = p_data/(p_data+p_g)$"},
      {"ELBO = E[log p(x|z)] - KL(q‖p)", "$ELBO = E[log p(x|z)] - KL(q‖p)$"},
      {"重参数化 z = μ + σ⊙ε", "重参数化 $z = μ + σ⊙ε$"},
      {"前向: q(x_t|x_{t-1}) = N(√α_t·x_{t-1}, β_t·I)", "前向: $q(x_t|x_{t-1}) = N(√α_t·x_{t-1}, β_t·I)$"},
      {"x_t = √ᾱ_t·x₀ + √(1-ᾱ_t)·ε", "$x_t = √ᾱ_t·x₀ + √(1-ᾱ_t)·ε$"},
      {"反向: L = E[‖ε - ε_θ(x_t,t)‖²]", "反向: $L = E[‖ε - ε_θ(x_t,t)‖²]$"},
      {"p(x) = ∏p(xᵢ|x_{<i})", "$p(x) = ∏p(xᵢ|x_{<i})$"},
      {"h ≈ log_m N", "$h ≈ log_m N$"},
      {"slot = hash(key) mod M", "$slot = hash(key) mod M$"},
      {"idf(t) = log(N/df_t)", "$idf(t) = log(N/df_t)$"},
      {"bits = N × C", "$bits = N × C$"},
      {"WA ≈ T·L", "$WA ≈ T·L$"},
      {"光电效应 h·ν = W + E_k", "光电效应 $h·ν = W + E_k$"},
      {"氢原子能级 E_n = -13.6/n² eV", "氢原子能级 $E_n = -13.6/n²$ eV"},
      {"λ = h/p", "$λ = h/p$"},
      {"iℏ·∂ψ/∂t = Ĥψ", "$iℏ·∂ψ/∂t = Ĥψ$"},
      {"Δx·Δp ≥ ℏ/2，测准一个", "$Δx·Δp ≥ ℏ/2$，测准一个"},
      {"放行判据: err_new ≤ 1.2·err_old", "放行判据: $err_new ≤ 1.2·err_old$"},
      {"交付周期: T_lead = t_deploy - t_commit", "交付周期: $T_lead = t_deploy - t_commit$"},
      {"粘性: S = DAU/MAU", "粘性: $S = DAU/MAU$"},
      {"动销率: R = n_sold/n_listed", "动销率: $R = n_sold/n_listed$"},
      {"GMV = Σ pᵢ·qᵢ", "$GMV = Σ pᵢ·qᵢ$"},
      {"ROI = (GMV - C)/C", "$ROI = (GMV - C)/C$"},
      {"萃取率: EY = TDS·m_out/m_in", "萃取率: $EY = TDS·m_out/m_in$"},
      {"机制: 希克定律 T = a + b·log₂(n+1)", "机制: 希克定律 $T = a + b·log₂(n+1)$"},
      {"机制: LTV = ARPU/churn", "机制: $LTV = ARPU/churn$"},
      {"排队等待：W ＝ ρ／（μ－λ）", "排队等待：$W = ρ/(μ-λ)$"},
      {"期望次数：E［N］＝ 1／（1－p）", "期望次数：$E[N]= 1/(1-p)$"},
      {"r = cov(X,Y)/(σ_X·σ_Y), 只量直线关系", "$r = cov(X,Y)/(σ_X·σ_Y)$, 只量直线关系"},
      {"N = B·D·F·R", "$N = B·D·F·R$"},
      {"邀请转化: c = n_join/n_sent", "邀请转化: $c = n_join/n_sent$"},
      {"R(t) = R₀·e^{-λt}", "$R(t) = R₀·e^{-λt}$"},
      {"χ² = Σ(O-E)²/E", "$χ² = Σ(O-E)²/E$"},
      {"F = MS_b/MS_w", "$F = MS_b/MS_w$"},
      {"t = (x̄₁-x̄₂)/SE", "$t = (x̄₁-x̄₂)/SE$"},
      {"t = d̄/(s_d/√n)", "$t = d̄/(s_d/√n)$"},
      {"平均耗时: T = h·T_hit + (1-h)·T_miss", "平均耗时: $T = h·T_hit + (1-h)·T_miss$"},
      {"E_k = ½·m·v²", "$E_k = ½·m·v²$"},
      {"η ≤ 1 - T_c/T_h", "$η ≤ 1 - T_c/T_h$"},
      {"ε = -N·dΦ/dt", "$ε = -N·dΦ/dt$"},
      {"h·ν > E_g", "$h·ν > E_g$"},
      {"j = σ·T⁴", "$j = σ·T⁴$"},
      {"ΔG = -n·F·E", "$ΔG = -n·F·E$"},
      {"O(n log n)", "$O(n log n)$"},
      {"按面积加权 P(T)=A_T/A_total", "按面积加权 $P(T)=A_T/A_total$"},
      {"σ = Ψ_β(f(x))", "$σ = Ψ_β(f(x))$"},
      {"阈值: λ=0.5, 迭代次数控制平滑程度", "阈值: $λ=0.5$, 迭代次数控制平滑程度"},
      {"Laplacian平滑: v_i = (1-λ)v_i + λ·avg(neighbors)", "Laplacian平滑: $v_i = (1-λ)v_i + λ·avg(neighbors)$"},
      {"召回率: Recall = TP/(TP+FN)", "召回率: $Recall = TP/(TP+FN)$"},
      {"X ~ N(μ, σ²)", "$X ~ N(μ, σ²)$"},
      {"损失 $\\frac{a}{b}$ 下降", "损失 $\\frac{a}{b}$ 下降"},
  };
  for (const auto& [text, wanted] : cases) CHECK(marked(text) == wanted);
}

TEST_CASE("what only looks like a formula is text") {
  for (const std::string text : {"WGAN: Wasserstein-1",
                                 "Z-order/Morton",
                                 "0/1 token",
                                 "k-NN / Ball Query",
                                 "JS散度",
                                 "DDPM采样 T→1",
                                 "T→1",
                                 "KL项→压缩 重构项→保留",
                                 "类比GPT: 3D token序列",
                                 "3D序列化: Z-order/Morton",
                                 "高斯先验 = L2 正则",
                                 "模型写错→结论全错",
                                 "火候 = 温度 × 时间",
                                 "180-220°C",
                                 "镜像 < 180 MB",
                                 "单测行覆盖 ≥ 80%",
                                 "差异率 < 0.1%",
                                 "主干打 tag: v2.8.0-rc1",
                                 "一行 = 一次业务事件",
                                 "主键: order_id + event_time",
                                 "讲不出来 = 没读懂",
                                 "粉水比: 1:16",
                                 "EY 在 18%~22%",
                                 "IP + TTL",
                                 "例如 8.8.8.8, 替你跑完全程",
                                 "Lucene / ES",
                                 "报表 AND/OR",
                                 "RocksDB / HBase",
                                 "只说 example.com 归谁管",
                                 "System = Geometry + Guidance + PromptProcessor",
                                 "Geometry: NeRF / 3DGS / Mesh (可替换)",
                                 "SDS / VSD / Zero123",
                                 "CLI: ns-train / ns-render / ns-export",
                                 "256种→15种配置 查表",
                                 "20+NeRF变体 (nerfacto/mipnerf/instant-ngp)",
                                 "特征 2000+ 维, 谁也讲不清",
                                 "Kaolin (NVIDIA): 3D NumPy/SciPy",
                                 "2D→3D突破",
                                 "SLA: 每天 07:30 前产出",
                                 "从 2.1 到 3.5",
                                 "CD低≠看起来好",
                                 "TTL 短: 切换快, 查询多",
                                 "配对 t 检验",
                                 "粒度: 用户 × 天",
                                 "1 GB = 1024 MB"}) {
    CHECK(marked(text) == text);
  }
}
