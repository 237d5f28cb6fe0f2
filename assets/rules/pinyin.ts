/** Syllable and the characters of the word lists that are read so, without tones: how a word is recognised in letters or behind a sound-alike. */
export const PINYIN = `
ai艾爱癌矮挨哀 an案暗按胺安氨岸 ao艹奥 ba巴爸坝八吧把扒拔霸靶 bai百白拜败摆柏 ban半版办班绊搬斑板般 bang棒榜 bao報报宝包爆保暴堡剥胞孢 bei背辈被北杯倍碑贝 ben奔本笨 beng崩蹦
bi必币毕弊逼比笔鼻闭避蔽吡壁 bian边变鞭编便 biao婊飙表标 bie憋别 bin槟 bing冰病兵饼 bo播博菠波脖玻搏伯 bu部布不捕步怖补 ca擦 cai彩才菜猜踩采裁材财 can惨残参餐 cang藏仓
cao操草 ce测侧 ceng层 cha查叉察差茶 chan产蝉缠 chang场长常唱肠敞畅厂偿 chao钞朝炒嘲超抄 che彻车扯 chen沉陈 cheng程橙称城成秤承诚 chi吃耻痴尺持池驰 chong充虫冲
chou抽筹丑愁 chu出畜处触除初橱 chuan穿串传船喘 chuang窗床闯创疮 chui吹 chun蠢春纯 chuo戳 ci此刺磁词茨次 cong从 cu粗 cui催 cun村存 cuo错痤 da打答大搭达
dai带代呆戴待黛袋 dan蛋单胆担淡氮丹弹 dang当荡党 dao到刀倒盗道岛导 de得的德 dei得 deng等灯登 di滴地第底低迪弟抵帝递 dian電电店点颠垫玷癫癜 diao掉刁吊雕碉调 ding钉顶订訂定丁鼎
diu丢 dong东懂洞董动 dou抖都斗逗豆兜 du赌毒度独肚读堵睹 duan段短断端 dui对兑 dun顿 duo多躲堕 er二耳儿尔而 fa法发 fan返翻反番饭 fang方访放仿房防肪坊 fei费飞非废肥肺啡菲
fen粉分份芬粪汾纷 feng凤疯风缝蜂锋封 fu复福父服覆妇富夫负浮副腹肤辅氟芙伏付 gai该盖改丐钙 gan赶敢感干杆甘肝竿 gang钢刚 gao告高搞糕稿膏 ge个哥割革歌格隔 gei给 gen根跟 geng更梗
gong公弓供工功宫贡 gou够购狗构勾 gu古骨菇故孤固股 gua瓜寡挂胍刮 guai乖怪 guan关观官冠管罐灌 guang光广 gui轨龟鬼跪规贵柜 gun滚棍 guo国果过锅裹 ha哈 hai海咳孩还害氦
han汗韩涵含喊汉寒鼾旱 hang行 hao号好豪 he合荷河喝褐颌和赫何盒 hei黑 hen很 hong红洪 hou后厚 hu互虎户护胡湖呼斛忽 hua划花话滑化猾画华 huai坏 huan換换环患焕欢还
huang黄皇凰荒 hui会回悔毁灰徽绘汇惠恢 hun魂婚 huo货获火祸活惑伙 ji机集击即计级姬极急疾基圾寄饥寂激记己鸡继缉积脊剂蓟吉忌几际及技 jia加家假甲驾价佳嘉
jian件简间见奸健贱箭剑减监捡键检肩碱荐建兼尖坚剪渐 jiang奖讲江降酱浆将僵 jiao交教胶角狡娇叫椒焦脚酵 jie接介解结揭姐街洁芥捷节截界 jin进金尽紧禁今斤津近仅劲 jing京景惊竟井经精靖警颈静净竞
jiu就救酒久灸究韭九 ju局具巨剧据举居 juan卷 jue绝 jun军菌均 ka卡咖 kai开 kan砍看侃堪槛 kang抗亢 kao考靠烤 ke可壳刻克科渴客 ken肯 keng坑 kong孔恐空控 kou扣口抠蔻
ku裤库窟哭苦 kuai快块 kuan款宽 kuang矿 kui亏溃喹 kuo扩 la拉垃辣 lai赖来莱 lan懒栏兰澜蓝烂 lang狼浪 lao老佬劳勞涝捞 le乐勒 lei雷泪类 leng冷
li里利力礼莉历离理璃立蛎例李 lian连链联恋脸帘廉 liang亮良两粮量 liao料聊了疗 lie猎劣裂烈列 lin林吝临 ling领令龄岭灵零 liu流留六刘瘤硫 long隆聋 lou楼漏 lu路鲁露炉禄录噜鹿
luan卵 lun论轮仑伦 luo洛裸萝罗络螺落 lv氯驴虑率 ma码妈麻马吗玛 mai卖买脉麦埋 man满蛮曼慢 mang氓盲 mao猫毛冒帽茅 me么 mei霉妹没美昧酶镁每魅 men门闷们 meng蒙梦孟盟
mi迷咪密秘蜜米谜 mian免面眠 miao秒 min民敏 ming名命明鸣 mo模摩默寞摸蘑末抹膜磨莫 mou某 mu母幕穆姆目牡募 na拿纳那 nai奶奈耐 nan男难南 nang囊 nao脑孬闹 nei内 nen嫩
neng能 ni你昵尼泥溺逆拟 nian年碾 niang娘酿 niao尿鸟 ning宁 niu牛 nong农浓 nu弩 nuan暖 nuo懦诺 nv女 ou偶欧 pa怕啪爬帕趴 pai牌拍哌排 pan盘攀泮 pang胖
pao炮跑泡疱 pei配陪赔培 pen喷 peng捧朋 pi皮屁匹媲辟批啤 pian片骗偏 piao票嫖漂飘 pin拼品频贫聘 ping评凭平瓶屏苹 po破坡婆泼珀 pu葡扑曝谱普铺浦
qi齐起棋气器戚妻骑七祁旗乞欺其期弃 qia掐恰 qian签铅钱前荨千潜 qiang枪强腔抢墙 qiao敲桥翘 qie窃茄 qin亲禽侵 qing请情清青轻 qiong穷 qiu求球邱秋 qu取去区趣曲祛
quan圈全拳权券 que缺 qun群裙 ran然燃染 rang让 rao绕 re热 ren人认任 reng扔 ri日 rong容荣榕溶茸蓉 rou揉肉 ru入如乳辱 ruan软 rui瑞 ruo弱 sa撒 sai塞
san三散 sao扫骚 se色啬涩 sen森 sha沙傻杀煞痧 shai晒 shan闪山讪删膳 shang赏上商伤 shao少烧 she摄射蛇社舍设 shen身肾神慎什深 sheng剩生牲盛声升胜省
shi式视是时失十事石士势识湿食实试拾示使市世史尸室师诗 shou手收兽首授瘦寿售受 shu殊数戍熟薯书疏术输属墅鼠 shua刷唰 shuai甩摔帅衰 shuan栓 shuang双霜 shui水睡谁税 shun瞬顺
shuo说 si丝私思斯撕司嘶死四似 song送怂松 sou搜嗽 su粟速诉素 suan酸算 sui随岁 sun孙损 suo锁所琐梭索 ta塌踏塔他它 tai台太态肽胎泰酞汰 tan弹瘫坦探 tang躺唐烫糖堂汤
tao淘桃套涛逃萄陶掏 te特 teng疼 ti踢体替提 tian天填添 tiao条挑跳调 tie贴铁 ting艇听庭停汀 tong通同酮捅痛童统 tou头投偷透 tu图秃土凸徒吐屠涂 tuan团 tui腿退褪推
tun臀吞 tuo托脱拖妥 wa袜洼 wai外 wan完丸莞晚万玩腕湾弯顽 wang网亡王往忘旺枉汪 wei微维唯薇围味位尾未猥伪卫胃痿伟韦喂威为 wen文闻稳问 weng翁 wo我窝沃 wu物务无舞午勿五污雾屋
xi夕喜系洗犀戏细息袭西吸牺媳膝希昔 xia蝦虾下吓瞎 xian闲咸现仙险线先显痫腺纤限 xiang像想详相享象乡向祥香项箱降 xiao小晓孝肖笑消啸效哮削硝销 xie写械泄泻屑邪协血 xin信心新薪芯
xing行幸形醒性星型兴 xiong熊胸汹雄兄 xiu秀羞休 xu序续须虚需许 xuan悬眩癣旋煊选 xue学血雪 xun询寻 ya牙压崖鸦亚押雅鸭呀 yan言烟眼淹颜演验炎咽延燕研盐 yang养样阳杨疡洋羊央
yao要邀摇药腰遥 ye页夜业野液耶叶也爷 yi一以忆依医疫异意宜衣义疑移遗抑乙胰益易议已壹伊亿 yin因淫银隐印阴音飲瘾饮 ying影罂鹰婴硬英应营赢盈 yong用涌泳勇永佣 you有友油幼游犹尤优诱幽忧柚右邮又悠
yu鱼余娱育遇雨欲狱宇裕语于郁愈寓预与誉玉 yuan援源原院员缘愿袁元猿远冤 yue阅閱约越月悦 yun运晕孕云芸 za杂砸 zai在再灾载 zan赞攒 zang脏 zao早造藻 zei贼 zen怎 zeng赠增
zha炸渣乍 zhai宅债寨 zhan站战占 zhang涨章账障张 zhao找照赵招 zhe这者着遮折 zhen真针震疹 zheng整证征正症挣政郑争 zhi制置酯止直支知致职质智只窒志值址脂痔指治芝植徵至之
zhong众中重种忠肿终钟 zhou州周洲皱宙 zhu主注助珠住蛀猪柱著祝 zhua抓 zhuai拽 zhuan转転专砖赚 zhuang壮装状妆 zhui追坠椎 zhun准 zhuo桌捉 zi资字自咨子滓滋籽兹
zong蹤踪总综棕 zou走 zu足族祖租 zuan钻 zui最醉 zun尊 zuo作做左唑佐坐
`;
