#include "brief/data_members.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace sixiang::brief {

namespace {

struct Words {
  Member member;
  View words;  // plain keys, a comma between them
};

constexpr Words kMembers[] = {
    {Member::Container,
     U"poster,infographic,canvas,meta,metadata,header,page,content,contents,main,data,document,doc,design,spec,specs,"
     U"config,settings,root,output,result,image,info,body,visual spec,visual,海报,信息图,画布,页面,元信息,头部,顶部,"
     U"页头,正文,内容区,主体,画面,整体,全局,基本信息,设定,title area,title block,标题区,top,copy,global,format"},
    {Member::Group,
     U"sections,section,modules,module,cards,card,panels,panel,blocks,block,steps,stages,stage,phases,phase,events,"
     U"event,milestones,milestone,timeline,history,layers,layer,levels,level,tiers,tier,nodes,node,branches,branch,"
     U"spokes,spoke,quadrants,quadrant,groups,group,parts,part,regions,region,areas,area,zones,zone,boxes,box,cells,"
     U"cell,items list,pillars,pillar,columns list,column,col,sides,side,options,option,categories,category,chapters,"
     U"chapter,questions,process,pipeline,flowchart,cycle,ring,loop,tree,decision tree,stations,stops,roles,types,"
     U"tools,methods,periods,eras,halves,compare,comparison,grid,rows list,lanes,lane,topics,principles,tasks,"
     U"板块,模块,卡片,面板,区块,步骤,阶段,流程,事件,大事,时间线,时间轴,年表,节点,层,层级,分层,层次,分支,象限,"
     U"四象限,分组,部分,区域,分区,栏,栏目,列,选项,类别,分类,章节,环节,站点,角色,类型,方法,各层,各阶段,对比,两侧,"
     U"格子,单元,小节,方格,主题列表,决策树,循环,schedule,agenda,日程,日程表,时间表,子项,子板块,子模块,子卡片,sub "
     U"sections,subsections,sub cards,sub "
     U"modules,children"},
    {Member::Title,
     U"title,titles,word,heading,headline,name,main title,h1,head,term,concept,question,q,stage name,step name,caption "
     U"title,big title,title text,text title,title cn,title zh,zh title,name zh,name cn,标题,主标题,大标题,名称,名字,"
     U"名,题目,标题文字,板块名,模块名,步骤名,阶段名,概念,术语,问题,小标题,标题名,称呼,角色名"},
    {Member::Subject, U"topic,subject,主题,题"},
    {Member::Subtitle,
     U"subtitle,sub title,sub headline,subheadline,subheading,sub heading,tagline,h2,deck,kicker,english,en,english "
     U"name,name en,en name,title en,en title,english title,full name,alias,副标题,副题,英文,英文名,英文标题,全称,别名,"
     U"副标,导语,引子,title sub,secondary title,slogan"},
    {Member::Label, U"label,key,tab,what,item,subject name,标签名,项目,项,条目名,对象,品种,产品,工具"},
    {Member::Number, U"number,index,n,num,order,seq,sequence,rank,step,step no,序,序号,编号,顺序,排名,步,第几步"},
    {Member::Date, U"year,date,years,era,day,month,年份,年,日期,年代,朝代"},
    {Member::Time, U"time,period,when,time range,时间,时期,时段,duration,时长,用时,耗时"},
    {Member::Fill,
     U"color,paper,tint,shade,colour,fill,fill color,bg,background,background color,bg color,card color,color "
     U"hex,hex,main color,"
     U"theme color,panel color,card bg,block color,primary color,body color,颜色,色,底色,背景色,背景,填充,填充色,"
     U"卡片色,主色,色值,色号,板块色,配色"},
    {Member::Ink, U"text color,ink,font color,ink color,foreground,文字颜色,字色,文字色,字体颜色"},
    {Member::Palette, U"palette,colors,colours,color palette,color scheme,colour scheme,色板,色彩,调色板,配色方案"},
    {Member::Icon, U"icon,icons,icon name,emoji,pictogram,glyph,图标,小图标,图标名"},
    {Member::Picture,
     U"illustration,picture,graphic,graphics,drawing,scene,artwork,photo,doodle,character,mascot,image desc,image "
     U"description,visual element,visuals,pic,插图,配图,图,图示,图片,图像,插画,示意图,小图,吉祥物,配画,画,visual desc,"
     U"sketch,imagery,main visual,hero image,主视觉"},
    {Member::Badge, U"badge,tag,ribbon,sticker,stamp,corner,corner badge,角标,徽章,标签,印章,胶囊,标记,pill,chip"},
    {Member::Tags, U"tags,keywords,hashtags,badges,chips,关键词,标签组"},
    {Member::Text,
     U"text,texts,items,points,point,bullets,bullet,bullet points,bulletpoints,content text,description,desc,details,"
     U"detail,lines,line,list,li,facts,fact,examples,example,key points,keypoints,features,feature,labels,paragraph,"
     U"paragraphs,p,summary text,explanation,explain,info text,body text,copy text,main text,sentence,sentences,answer,"
     U"answers,a,meaning,definition,formula,formulas,equation,equations,math,expression,statement,content lines,entry,"
     U"entries,sub items,subitems,sub points,actions,action,message,label text,zh,cn,text zh,text cn,"
     U"内容,要点,说明,描述,文字,文案,条目,列表,细节,明细,解释,介绍,正文文字,文本,一句,几条,事项,公式,式子,句子,释义,"
     U"要素,知识点,特点,特征,概要,简介,概述,文字内容,行,条,点,数据项,短句"},
    {Member::Sub,
     U"sub,note,notes,remark,hint,footnote,small,small text,sub text,subtext,caption,aside,comment,备注,注,补充,小字,"
     U"注释,附注,旁注,补充说明"},
    {Member::Key,
     U"key point,key line,key message,highlight,highlights,takeaway,emphasis,emphasize,punchline,key takeaway,key text,"
     U"重点,关键,金句,关键句,重点句,强调,亮点,一句话"},
    {Member::Code, U"code,snippet,command,cmd,sql,shell,代码,命令,语句"},
    {Member::Value,
     U"value,figure,stat,big number,bignumber,metric,amount,percent,percentage,score,count,qty,数字,数值,数据,值,占比,"
     U"比率,大数字,金额,数量,v"},
    {Member::Unit, U"unit,units,suffix,单位"},
    {Member::Callout,
     U"callout,callouts,quote,tip,tips,warning,reminder,bubble,speech,speech bubble,note box,sidebar,side note,"
     U"对话框,气泡,提示,小贴士,贴士,注意,引用,提醒,旁白,警示,注意事项,误区"},
    {Member::Footer,
     U"footer,bottom,bottom bar,ending,bottom text,bottom line,bottom "
     U"banner,summary,conclusion,closing,ending,end,moral,"
     U"banner,call to action,cta,footer text,one liner,foot,bottom strip,takeaways,key takeaways,页脚,底部,底栏,总结,"
     U"小结,结论,结语,底部文字,底部横条,横幅,收尾,结尾,一句话总结,底条,尾部,底部总结,底部金句,总结句"},
    {Member::Signature,
     U"signature,author,by,credit,credits,source,sources,copyright,brand,account,handle,署名,作者,来源,出处,数据来源,"
     U"公众号,落款,账号,制图,出品,watermark text"},
    {Member::Center,
     U"center,centre,hub,core,central,center circle,central node,center node,central hub,central concept,middle,"
     U"center badge,center text,center label,center title,central text,center "
     U"content,中心文字,中心标题,中心内容,中心,中央,核心,圆心,中间,中心圆,中心节点,中心词"},
    {Member::Divider,
     U"divider,divider text,vs,vs text,vs label,vs badge,versus,separator,center divider,middle badge,divider "
     U"label,分隔,中线,分隔线,中间文字,"
     U"分割线,分隔文字"},
    {Member::Links,
     U"links,link,edges,edge,connections,connection,arrows,arrow,connectors,connector,relations,relation,"
     U"relationships,relationship,flow,flows,transitions,transition,paths,feedback,feedback loop,loops,连线,箭头,关系,"
     U"连接,流向,边,线,流转,箭头流向,反馈,回路"},
    {Member::ArrowText,
     U"arrow label,arrow text,next label,to next,transition text,transition "
     U"label,箭头文字,箭头标注,箭头上写,过渡文字,到下一步"},
    {Member::From, U"from,source,src,start,begin,from id,source id,起点,从,起,来自,自,头"},
    {Member::To,
     U"to,target,dst,end id,next,goto,go to,next step,to id,target id,leads to,points to,终点,到,去,指向,下一步,接到,"
     U"流向哪里,至,尾"},
    {Member::Yes, U"yes,if yes,on yes,true,是,是的,对,如果是,满足"},
    {Member::No, U"no,if no,on no,false,否,不是,不,如果否,不满足"},
    {Member::LineStyle, U"line style,stroke,stroke style,dash,dashed,line type,线型,线条样式,样式,虚线"},
    {Member::Table, U"table,matrix,comparison table,data table,spec table,表格,表,对比表,数据表,对照表,矩阵"},
    {Member::TableHead, U"headers,header row,column names,fields,thead,th,表头,列名,字段"},
    {Member::TableRows, U"rows,row,tr,tbody,records,数据行,行数据,各行,表体"},
    {Member::Chart,
     U"chart,bars,bar chart,bar,chart data,stats,statistics,metrics,figures,numbers,柱状图,条形图,图表,"
     U"统计,数据对比,指标"},
    {Member::Aspect,
     U"aspect,aspect ratio,ratio,canvas size,dimensions,dimension,size,orientation,resolution,比例,画幅,尺寸,宽高比,"
     U"长宽比,画面比例,画布比例,图片比例,方向"},
    {Member::Width, U"width,w,宽,宽度"},
    {Member::Height, U"height,h,高,高度"},
    {Member::Layout,
     U"layout,layout type,structure,composition,arrangement,direction,template,type,kind,format type,chart type,布局,"
     U"版式,结构,构图,排版,排列,版面,布局方式,图表类型,类别名,排布,走向"},
    {Member::Columns, U"columns,cols,列数,栏数,column count"},
    {Member::Id, U"id,uid,ref,slug,anchor,key id,标识,代号"},
    {Member::Marked, U"highlighted,is key,important,starred,emphasized,is highlight,primary,bold,active,是否重点"},
    {Member::Style,
     U"style,mood,tone,theme,art style,visual style,font,fonts,typography,language,lang,locale,negative prompt,"
     U"negative,do "
     U"not,dont,forbid,forbidden,never,no,rules,rule,constraints,constraint,requirements,requirement,avoid,quality,"
     U"render,prompt,"
     U"model,seed,cfg,version,position,pos,x,y,z,align,alignment,font size,shape,border,radius,spacing,padding,margin,"
     U"shadow,z index,animation,texture,decoration,decorations,decor,effects,effect,placement,location,where,class,"
     U"weight,stroke width,opacity,gap,audience,purpose,platform,usage,guidelines,guideline,instructions,instruction,"
     U"text rules,must,must not,forbidden,exclude,notes for designer,designer notes,task,watermark,margins,"
     U"background style,line weight,medium,technique,lighting,camera,rendering,corner radius,level of detail,density,"
     U"风格,画风,语气,语言,字体,要求,规则,禁止,不要,负面,负面提示词,反向提示词,约束,限制,位置,坐标,大小,对齐,字号,形状,"
     U"边框,圆角,间距,氛围,质感,装饰,效果,纹理,受众,用途,平台,别画,避免,禁忌,摆放,备注给画师,情绪,基调,线条,"
     U"文字要求,画面要求,额外要求,其他要求,输出要求,不要画,别加,色调,光影,动效,水印,任务,目标读者,给画师,给设计师"},
};

// Of keys that are in no list: by their last word, or how they end.
struct Ending {
  View word;
  Member member;
};
constexpr Ending kEndings[] = {
    {U"type", Member::Layout},
    {U"金句", Member::Footer},
    {U"结语", Member::Footer},
    {U"总结", Member::Footer},
    {U"寄语", Member::Footer},
    {U"结论", Member::Footer},
    {U"title", Member::Title},
    {U"heading", Member::Title},
    {U"headline", Member::Title},
    {U"name", Member::Title},
    {U"subtitle", Member::Subtitle},
    {U"color", Member::PartColor},
    {U"colour", Member::PartColor},
    {U"colors", Member::PartColor},
    {U"icon", Member::Icon},
    {U"illustration", Member::Picture},
    {U"image", Member::Picture},
    {U"picture", Member::Picture},
    {U"visual", Member::Picture},
    {U"text", Member::Text},
    {U"points", Member::Text},
    {U"bullets", Member::Text},
    {U"items", Member::Text},
    {U"list", Member::Text},
    {U"lines", Member::Text},
    {U"details", Member::Text},
    {U"description", Member::Text},
    {U"desc", Member::Text},
    {U"examples", Member::Text},
    {U"formula", Member::Text},
    {U"note", Member::Sub},
    {U"style", Member::Style},
    {U"font", Member::Style},
    {U"position", Member::Style},
    {U"size", Member::Style},
    {U"prompt", Member::Style},
    {U"rules", Member::Style},
    {U"instructions", Member::Style},
    {U"instruction", Member::Style},
    {U"width", Member::Style},
    {U"height", Member::Style},
    {U"align", Member::Style},
    {U"shape", Member::Style},
    {U"border", Member::Style},
    {U"shadow", Member::Style},
    {U"requirements", Member::Style},
    {U"constraints", Member::Style},
    {U"effect", Member::Style},
    {U"texture", Member::Style},
    {U"decoration", Member::Style},
    {U"notes", Member::Sub},
    {U"guide", Member::Style},
    {U"id", Member::Id},
    {U"badge", Member::Badge},
    {U"tag", Member::Badge},
    {U"table", Member::Table},
    {U"chart", Member::Chart},
    {U"layout", Member::Layout},
    {U"ratio", Member::Aspect},
    {U"arrows", Member::Links},
    {U"links", Member::Links},
    {U"connections", Member::Links},
    {U"panel", Member::Group},
    {U"section", Member::Group},
    {U"sections", Member::Group},
    {U"card", Member::Group},
    {U"cards", Member::Group},
    {U"side", Member::Group},
    {U"column", Member::Group},
    {U"block", Member::Group},
    {U"module", Member::Group},
    {U"modules", Member::Group},
    {U"steps", Member::Group},
    {U"nodes", Member::Group},
    {U"half", Member::Group},
    {U"box", Member::Group},
    {U"footer", Member::Footer},
    {U"year", Member::Date},
    {U"value", Member::Value},
    {U"副标题", Member::Subtitle},
    {U"标题", Member::Title},
    {U"名称", Member::Title},
    {U"颜色", Member::PartColor},
    {U"色", Member::PartColor},
    {U"图标", Member::Icon},
    {U"插图", Member::Picture},
    {U"配图", Member::Picture},
    {U"示意图", Member::Picture},
    {U"位置", Member::Style},
    {U"风格", Member::Style},
    {U"要求", Member::Style},
    {U"规则", Member::Style},
    {U"字体", Member::Style},
    {U"字号", Member::Style},
    {U"样式", Member::Style},
    {U"布局", Member::Layout},
    {U"版式", Member::Layout},
    {U"比例", Member::Aspect},
    {U"要点", Member::Text},
    {U"内容", Member::Text},
    {U"文字", Member::Text},
    {U"文案", Member::Text},
    {U"列表", Member::Text},
    {U"说明", Member::Text},
    {U"公式", Member::Text},
    {U"卡片", Member::Group},
    {U"板块", Member::Group},
    {U"模块", Member::Group},
    {U"箭头", Member::Links},
    {U"连线", Member::Links},
    {U"编号", Member::Number},
    {U"表格", Member::Table},
};

constexpr struct {
  View words, layout;
} kGroups[] = {
    {U"steps,step,stages,stage,phases,phase,process,pipeline,flowchart,步骤,阶段,流程,环节,各阶段,stops,stop,stations,"
     U"station,站点,路线,roadmap,journey",
     U"pipeline"},
    {U"events,event,milestones,milestone,timeline,history,periods,eras,schedule,agenda,日程,日程表,时间表,事件,大事,"
     U"时间线,时间轴,年表",
     U"timeline"},
    {U"layers,layer,levels,level,tiers,tier,层,层级,分层,层次,各层", U"layers"},
    {U"columns,column,col,pillars,pillar,栏,栏目,列", U"columns"},
    {U"quadrants,quadrant,grid,象限,四象限,格子,方格", U"grid"},
    {U"branches,branch,spokes,spoke,分支", U"hub"},
    {U"cycle,ring,loop,循环", U"ring"},
    {U"tree,decision tree,决策树", U"decision tree"},
};

constexpr View kHalves[] = {
    U"left",         U"right",      U"left panel",   U"right panel",  U"left side", U"right side", U"before",
    U"after",        U"左",         U"右",           U"左侧",         U"右侧",      U"左边",       U"右边",
    U"左栏",         U"右栏",       U"左半",         U"右半",         U"之前",      U"之后",       U"left column",
    U"right column", U"side a",     U"side b",       U"option a",     U"option b",  U"left half",  U"right half",
    U"left card",    U"right card", U"left section", U"right section"};

bool lists(View words, View word) {
  for (std::size_t at = words.find(word); at != View::npos; at = words.find(word, at + 1)) {
    const std::size_t end = at + word.size();
    if ((at == 0 || words[at - 1] == U',') && (end == words.size() || words[end] == U',')) return true;
  }
  return false;
}

// Of two entries with one word, the first counts.
std::map<View, Member> index_of_members() {
  std::map<View, Member> index;
  for (const Words& entry : kMembers) {
    for (View rest = entry.words; !rest.empty();) {
      const std::size_t end = std::min(rest.find(U','), rest.size());
      index.emplace(rest.substr(0, end), entry.member);
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
  }
  return index;
}

Member listed(View key) {
  static const std::map<View, Member> index = index_of_members();
  const auto found = index.find(key);
  return found == index.end() ? Member::Unknown : found->second;
}

// «style guide», «negative examples», «禁止元素».
constexpr View kStyleStarts[] = {U"style ", U"negative ", U"avoid ", U"font ", U"art ", U"text rule",
                                 U"风格",   U"画风",      U"禁止",   U"不要",  U"避免", U"不许"};

Member by_ending(View key) {
  if (std::any_of(std::begin(kStyleStarts), std::end(kStyleStarts),
                  [key](View start) { return begins_with(key, start); }))
    return Member::Style;
  for (const Ending& ending : kEndings) {
    const bool is_end = key.size() > ending.word.size() && ends_with(key, ending.word);
    const bool is_word = has_han(ending.word) || (is_end && key[key.size() - ending.word.size() - 1] == U' ');
    if (is_end && is_word) return ending.member;
  }
  return Member::Unknown;
}

bool is_capital(char32_t c) { return c >= U'A' && c <= U'Z'; }

}  // namespace

Text plain_key(View key) {
  Text words;
  for (std::size_t i = 0; i < key.size(); ++i) {
    const char32_t c = plain(key[i]);
    const bool parts = c == U'_' || c == U'-' || c == U'.' || c == U':' || c == U'/' || is_blank(c);
    const bool begins_word = is_capital(c) && i > 0 && is_latin(key[i - 1]) && !is_capital(key[i - 1]);
    if ((parts || begins_word) && !words.empty() && words.back() != U' ') words += U' ';
    if (!parts) words += folded(c);
  }
  while (words.size() > 2 && (is_digit(words.back()) || is_blank(words.back()))) words.pop_back();
  if (words.size() > 2 && has_han(words) && View(U"一二三四五六七八九十").find(words.back()) != View::npos)
    words.pop_back();
  return Text(trimmed(words));
}

Member member_of(View key) {
  const Text words = plain_key(key);
  if (words.empty()) return Member::Text;
  if (const Member member = listed(words); member != Member::Unknown) return member;
  return by_ending(words);
}

View layout_of_group(View key) {
  const Text words = plain_key(key);
  for (const auto& group : kGroups) {
    if (lists(group.words, words)) return group.layout;
  }
  return {};
}

bool names_half(View key) {
  const Text words = plain_key(key);
  return std::find(std::begin(kHalves), std::end(kHalves), View(words)) != std::end(kHalves);
}

}  // namespace sixiang::brief
