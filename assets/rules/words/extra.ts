/** Helpers of the ad gate and of single rules. */
export const EXTRA = {
  /** The seller speaks. */
  strongShop: `本店 本公司 我司 本品牌 本产品 本品 本厂 本餐厅 本工作室 本馆 本机构 本校招生 旗舰店 我们的产品 我们产品 我们公司 我们品牌 我们工厂 我们机构 我们课程 我们的课程 我们团队 欢迎光临 官方旗舰店 欢迎到店 到店体验 品牌直营 our_product our_products our_store our_shop`,
  /** An urge to buy. */
  sellHead: `认准 就选 首选 必买 必入 必囤 值得买 值得入手 值得拥有 入手 速来 快来 赶紧来 赶快来 快冲 冲 赶紧冲 姐妹们冲 抢 疯抢 等你来抢 带回家 抱回家 选我们 用它 选它 买 快买 来买 来一件 来一单 错过 错过后悔 好物 别错过 不要错过 不容错过 安排 安排上 冲鸭 冲呀`,
  /** The creator's own purchase: the cue is no invitation. */
  _ownBuy: `我下单 刚下单 昨天下单 已下单 下单了 已经下单 下单后 下单的 下单前 我拍下 拍下了 拍下这 拍下来 拍下照片 拍下视频 我预约 预约了 我报名 报名了 我购买 购买了 我的购物车 清空购物车 清购物车 购物车里 购物车空 购物车清 加购物车好久 加入购物车很久 买到的赠品 抢购一空 遭抢购 排队抢购 抢购潮 疯狂抢购的 抢购风 抢购食盐 抢购板蓝根 现货黄金 现货市场 现货白银 现货价格 预售证 预售许可 预售制 首付预售 特价机票新闻 清仓出局 清仓减持 清仓式 预售票房 票房预售 加盟火箭 加盟湖人 车载橱窗 橱窗里 商店橱窗 橱窗设计 橱窗前 被拍下 偷拍下 镜头拍下 视频拍下 记录拍下 监控拍下 随手拍下 在线团购网 团购网 团购网站 团购市场 团购行业 团购大战 拍下一 拍下的 拍下她 拍下他 拍下全过程 拍下美景 拍下夕阳 拍下一幕 抓拍下 直播间里`,
  recipe: `做法 教程 教你做 教你 食谱 菜谱 复刻 怎么做 在家做 步骤 配方公开 还原 大师教`,
  healthMark: `保健食品 保健品 蓝帽子 营养品 膳食补充剂 营养补充剂 增强免疫力 免疫力 补钙 护肝 护眼 调理 养生 滋补 成分 功效 补充 提高免疫`,
  healthTeach: `科普 知识 养生 健康 医生 中医 教你 提醒 误区 注意 症状 信号 原因 怎么办 怎么调理 如何 预防 饮食 征兆 穴位 经络 要点 护理 方法 须知 小知识 讲解 解读 什么是 为什么 这样吃 该怎么 怎么吃 几招 习惯 常识 课堂 干货 多吃 少吃 保健 食疗 病因 养护 缓解 调养 建议 容易 导致 引起 警惕`,
  cueAddress: `地址 地址在 位于 到店 门店地址 店址 详细地址 导航 就在 电话 咨询电话 热线 门诊时间 坐诊 挂号 预约电话 预约`,
  dressing: `医用敷料 无菌敷料 敷料用于 创面 伤口敷料 术后创面 冷敷贴说明 医用冷敷贴`,
  effectWord: `效果 功效 有效 见效 亲测有效 明显 立马 立刻 马上 秒 一抹 一擦 神器 变白 淡化 强效 快速 持久 显著 全面 深层 不怕 拯救 告别 搞定 看得见`,
  clinic: `整形 医美 医院 诊所 美容院 面诊 手术 门诊 咨询 机构 变美 脸型设计 割 垫 填充 预约`,
  leaflet: `说明书 用药指导 用药知识 用药须知 不良反应 禁忌 遵医嘱 凭处方 凭医生处方 药师提醒 药师 耐药 滥用 副作用有 停药反应 医保目录 集采 医保 适应症 怎么存 过敏反应 一致性评价 上市申请 获批 临床 三期 专利到期 股价`,
  quitSmoking: `戒烟 戒了 控烟 禁烟 吸烟有害 吸烟者 肺癌 二手烟 不抽烟 别抽 少抽 危害 有害健康 烟瘾 戒断 卫健委 青少年不 未成年人禁止 无烟 罚款 执法`,
  sip: `喝 来一杯 小酌 一杯 一口 微醺 喝点 杯 倒一杯 饮`,
  eduSell: `报名 咨询 课程 班 资料 领取 网课 训练营 冲刺班 押题 机构 老师亲授 学员 独家 加 私信 购买 名额 讲座 亲授 授课 领衔 主讲 亲自授课 全程 带你 开课 招生`,
  course: `课 课程 班 训练营 机构 跟着我们 我们的 报名 老师 教研 系统班 学习机 辅导 培训 网课 教学 我们 校区 工作室`,
  sure: `保证 包 承诺 确保 一定能 轻松 稳 必 签约 签协议 无效退款 不瘦退 只需 只要 保底 必瘦 包你 让你 帮你 带你 快速 就能 速成 不反弹 狂`,
  finSell: `购买 认购 申购 开户 投保 起投 起购 咨询 抢购 收益 推荐 首选 年化 热销 限额 下单 链接 加 私信 报名 额度 上车 入金 注册 预约`,
  ownBought: `我买 我花 我之前 我当时 捡漏 捡到 淘到 买到 被坑 买贵 我入 我用 我抢到 抢到了 省了 薅到 我昨天 我蹲 蹲到 我终于`,
  youngAge: `一岁 两岁 三岁 四岁 五岁 六岁 七岁 八岁 九岁 1岁 2岁 3岁 4岁 5岁 6岁 7岁 8岁 9岁 萌娃 小童星 童星 幼儿园 小学一年级 小学二年级 宝宝代言 小宝宝 一年级 二年级 三年级`,
  publicInterest: `公益 公益广告 环保 垃圾分类 反诈 交通安全 保护动物 安全教育 疫苗 捐赠 防溺水 爱国 阅读 节约 文明`,
  denied: `不能治 不能治疗 不能治愈 不能根治 治不了 治不好 不能替代药物 不能代替药物 不能替代药品 不能代替药品 不具有治疗 不具有疾病 无法治 无法治愈 无法根治 不可能治 没有治疗 没有疗效 并不能 不会治 不治病 不是药 不能防癌 不能抗癌 并不治 未经证实 没有证据 没证据 缺乏证据 谣言 不能预防 无法预防 不存在 不保证 不能代替母乳 不能替代母乳 无法替代 不能取代 不可替代 并没有 遵医嘱 请就医 及时就医 尽快就医 去医院`,
  region: `全国 全网 全球 中国 亚洲 世界 全市 全省 华东 华南 华北 西南 天猫 京东 抖音 淘宝 拼多多 唯品会 小红书 线上 线下 北京 上海 广州 深圳 杭州 成都 大众点评 美团 双11 双十一 618 类目 品类 平台`,
  gameTalk: `游戏 剧情 小说 电影 狼人杀 球队 转会`,
  drillGood: `防震 地震仪 应急包 逃生绳 灭火器 消防 演习 演练 保险`,
  insultHard: `傻逼 傻b 煞笔 煞逼 nmsl 狗杂种 狗娘养的 狗日的 死全家 全家死光 不得好死 操你 艹你 草泥马 cnm 滚出去 给我滚 臭婊子 禽兽不如 猪狗不如 狗东西 死肥猪 kys`,
  forecast: `明天 下周 明日 下周一 开盘 今天尾盘 代码 目标价 月底 年底 这周 本周`,
  dose: `片 粒 次 mg 毫克 克 就行 就好 就能 即可 立马 三天`,
  gateGoods: `床垫 手办`,
  stripWord: `去ai 去除ai 去掉ai ai水印 ai标识 ai标签`,
  /** Speaks about sponsorship instead of doing it. */
  dealTalk: `how_to how_do how_i_got how_sponsorships what_is negotiate negotiating pitch pitching tips explained my_first_sponsorship looking_for_sponsors seeking_sponsors news ftc asa guideline guidelines rules of_the_law podcast_about debate football team's stadium jersey marathon charity school senate bill senator congress cosponsor nascar f1 league conference hackathon meetup refugee immigration visa compiler debugging programming developer python javascript rust typescript bug bugs function unit_test pull_request merge refactor program church 如何 怎么谈 报价 教学`,
  boughtNews: `band album song playlist salmon ham`,
} as const;
