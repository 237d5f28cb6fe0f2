/** How a text speaks of its subject: denying, warning, reporting, telling one's own story, inventing. What makes a trigger innocent. */
export const FRAMES = {
  neg: `
    不 没 别 勿 无 未 非 莫 禁 并不 并非 不是 不能 不会 不可 不可能 不要 不许 不准 不得 不再 不敢 不建议 不推荐 不提供 不支持 不存在 没有 没法 没人 从不 从没 从未 绝不 决不 谢绝 拒绝 禁止 严禁 杜绝 抵制 反对 停止 避免 切勿 请勿 千万别 远离 无法 难以 谁说 哪有 哪里有 何来 怎么可能 并没有 并无 不等于 不代表 不意味 未必 少 戒 反 防 抗拒 打击 不接 不做 不参与 从来不 从来没
    not never no don't do_not doesn't does_not isn't is_not can't cannot won't without stop avoid refuse against nobody nothing neither wouldn't didn't did_not aren't none
  `,
  /** Speaks against the thing, or teaches how not to fall for it. */
  warn: `
    警惕 小心 当心 提防 提醒 谨防 防骗 防范 反诈 骗局 骗子 骗人 骗术 套路 诈骗 被骗 上当 受骗 揭秘 揭穿 揭露 曝光 打假 辟谣 谣言 科普 识别 避坑 避雷 踩坑 踩雷 智商税 割韭菜 别信 别再信 不要信 不要相信 不可信 千万别信 谁信谁傻 不靠谱 假的 假货 虚假 夸大 忽悠 陷阱 违法 违规 犯法 犯罪 涉嫌 举报 投诉 处罚 罚款 被罚 查处 严查 整治 打击 取缔 拘留 判刑 获刑 坐牢 被抓 抓获 捣毁 破获 落网 警方 民警 公安 检察院 法院 监管 封号 被封 限流 后果 危害 有害 危险 千万别 千万不要 切勿 请勿 拒绝 抵制 远离 禁止 严禁 为什么不能 为什么不 不要轻信 别轻信 勿轻信 伪科学 不要碰 别碰 别买 不要买 别上当 别被 吐槽 批评 反思 真相是 没有科学依据 没有依据 缺乏证据 无科学依据 不科学 讨厌 反感 骚扰 血亏 亏了 亏损 亏惨 维权 差点被 聊聊为什么 看到这种 遇到这种 凡是 都是假 都是骗 是骗 见到就 拉黑 取关 划走 快跑 假冒 山寨 欺骗 广告法 违禁词 敏感词 极限词 绝对化用语 不得使用 法规 条例 规定 反诈中心 禁毒 缉毒 涉毒
    scam{,s,mers,mer} fraud{,ulent} beware warning_signs avoid fake_claims debunk{,ed,ing} myth{,s} red_flag{,s} don't_fall_for don't_believe don't_trust never_trust exposed exposing expose report_it illegal fined lawsuit ftc sued busted misleading pseudoscience no_evidence bans banned penalt{y,ies} crackdown convicted charged arrested
  `,
  /** A report of others' doings. */
  news: `
    记者 报道 据报道 新华社 央视 央视新闻 人民日报 新华网 中新网 消息称 通报 公告 发布会 警方 民警 公安 法院 检察 判决 一审 二审 获刑 被告 原告 国家药监局 药监局 市场监管 监管总局 证监会 银保监 国务院 发改委 卫健委 教育部 外交部 财政部 央行 研究人员 研究团队 科学家 研究发现 研究显示 研究称 临床试验 论文 期刊 学者 调查 据悉 日前 近日 昨日 今日凌晨 获批 上市公司 股价 收盘 财报 季度 季报 年报 同比 环比 涨幅 跌幅 港股 a股 美股 概念股 板块 沪指 深成指 组图 视频: 图文 快讯 简讯 专访 特写 点评: 评论: 访谈 本报讯 讯) 路透 彭博 美联社 法新社 世卫 世卫组织 who fda_approves approves approved_by_the_fda researchers scientists study study_finds studies report{s,ed} reuters according_to officials police trial{,s} court
  `,
  /** The creator's own experience. */
  own: `
    我的经历 我的故事 我的抗癌 我的日常 日记 手记 记录 我妈 我爸 我奶奶 我爷爷 我外婆 我外公 我姥姥 我朋友 我同学 我闺蜜 我室友 我老公 我老婆 我姐 我哥 我弟 我妹 我自己 我曾经 我以前 我终于 我当时 我去年 我今年 我用了 我吃了 我喝了 我买了 我买过 我试了 我试过 我确诊 我得了 我患 我做了 我考 我瘦 我减 我花了 我一直 我家娃 我家宝宝 我家孩子 我家猫 我家狗 我儿子 我女儿 我婆婆 我们家孩子 我在医院 住院 化疗 复查 手术后 康复 医生说 大夫说 病友 打卡第 打卡day 第一次 回忆 心得 感受 复盘 经验贴 亲身经历 个人经历 个人体验 真实经历 自述 分享我 分享一下我 本人 上岸经验 备考 考研日记 我上岸 上岸了 考过了 通过了 终于 亲测 自己的经历 我和 陪我 我被 我跟
    i_was i've i_have_been my_mom my_dad my_grandma my_journey my_story my_experience diary journal_entry day_in_my_life my_diagnosis when_i_was i_lost i_tried i_used i_passed my_doctor my_sister my_brother my_husband my_wife my_friend
  `,
  /** First persons of illness: treated by doctors, nothing sold. */
  illness: `
    确诊 住院 出院 手术 化疗 放疗 复查 医院 医生 大夫 病房 挂号 病友 病历 门诊 主治医 主治医生 主治医师 遵医嘱 陪诊 病情 病人 患者 康复 就诊 看病 就医 吃药控制 疗程 doctor hospital chemo surgery diagnosed diagnosis
  `,
  fiction: `
    电影 影片 电视剧 剧集 美剧 韩剧 港剧 剧中 剧里 片中 小说 书中 故事里 剧情 剧本 剧本杀 角色 台词 游戏 手游 网游 玩家 副本 关卡 通关 攻略 动漫 动画 漫画 番剧 纪录片 历史 史书 古代 清朝 明朝 唐朝 宋朝 民国 鸦片战争 虎门销烟 博物馆 展览 话剧 音乐剧 歌曲 歌词 专辑 影评 书评 读后感 观后感 解说 桌游 狼人杀 cosplay 魔兽 原神 王者荣耀 吃鸡 和平精英 我的世界 gta 绝命毒师 无间道 赌神 教父 毒枭 追龙 拍摄 短剧 段子 小品 相声 脱口秀 模型 水弹 玩具枪 道具
    movie film novel game gameplay episode season series documentary fiction book song lyrics album band museum history historical playthrough anime manga comic_book
  `,
  /** A question, or curiosity, instead of a claim. */
  question: `吗 ？ ? 么？ 呢？ 是否 是不是 能不能 可不可以 有没有 真的能 真的会 真的有 真的假 到底 靠谱不 可信吗 是真的吗 为什么 为何 怎么看 求问 请问 求助 求推荐 怎么办 如何看待 怎么分辨 如何分辨 如何识别 如何避免 如何防 does_it is_it can_it do_they really_work`,
  /** Someone else's words are repeated. */
  quote: `所谓 所谓的 号称 声称 宣称 吹嘘 吹成 标榜 自称 打着 说什么 说自己 说是 说能 说可以 喊着 那种 这种话 这类话 这句话 这个词 这些词 这类词 一词 字眼 词语 标题党 段子 梗 玩梗 调侃 吐槽 模仿 恶搞 开玩笑 讽刺 反讽 表情包 so-called claims_to claim_to claiming parody satire joke joking jk lol`,
  quoteMark: `“ ” " 「 」 『 』 ‘`,
  bookOpen: `《 〈`,
  bookClose: `》 〉`,
  /** A named authority, for advice and reports. */
  official: `国家卫健委 卫健委 疾控中心 疾控 国家疾控局 中国疾控 世卫组织 世界卫生组织 中华医学会 国家药监局 证监会 交易所 最高法 最高人民法院 司法部 教育部 教育考试院 招生办 税务总局 国家税务总局 人社部 官方通报 官方通告 官方发布 官方公告 官方消息 官方回应 应急管理部 应急管理局 地震台网 中国地震台网 中央气象台 气象台 气象局 消防救援 政府网 政府官网 新华社 央视新闻 人民日报 根据《 依据《 按照《 民法典 指南 诊疗规范 说明书 据新华社 发布会 蓝v 平安 网信办 国家统计局 公报 通告 来源: 来源： 信源 nhs cdc who mayo_clinic sec fca`,
  help: `求助 救援 捐款 捐赠 捐物 救灾 物资 驰援 援助 募捐 公益 互助 求救 避险 逃生 自救 急救 应急 提醒 预警 预防 哀悼 悼念 默哀 祈福 祈祷 平安 致敬 缅怀 志愿者 寻人 安置 科普 注意安全 加油 挺住 安好 众志成城`,
  bless: `祝 祝愿 愿 祝福 保佑 求保佑 许愿 锦鲤 拜 求 祈求 祈祷 希望 好运 逢考 转发这条锦鲤 考神 佛祖 神仙`,
  history: `历史 纪念 缅怀 致敬 铭记 英勇 牺牲 先烈事迹 故事 事迹 课本 学习 教育 清明 烈士陵园 祭扫 扫墓 敬礼 升旗 仪式 博物馆`,
  antiBias: `偏见 歧视 刻板印象 刻板 地域黑 反对 不要说 别再说 别说 凭什么 谁说 拒绝 尊重 平等 标签 不应该 不该 不能因为 误解 有人说 总有人 听到有人 谣言 抹黑 污名 错误 并不是 不是所有 不都是 stereotype{,s} prejudice discrimination racist sexist`,
} as const;
