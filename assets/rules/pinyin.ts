/** Syllable and the characters of the word lists that are read so, without tones: how a word is recognised in letters or behind a sound-alike. */
export const PINYIN = `
ai艾爱癌矮哀 an按案暗胺安岸氨 ao艹奥 ba把巴爸坝八吧霸扒拔疤靶 bai百白拜败摆 ban版半办板拌班绊搬斑般伴颁 bang邦棒帮谤膀榜 bao報报包宝爆保暴剥胞孢龅抱薄豹煲 bei北备背被辈贝悲杯倍卑惫碑
ben本奔笨苯 beng崩蹦 bi壁必币毕弊比闭逼笔婢鼻避蔽吡 bian蝙编遍边变鞭辨扁便辩 biao表婊飙标 bie别憋 bin槟宾 bing冰饼病兵并 bo波博播拨脖菠玻泊薄 bu步不部布捕怖哺补 ca擦
cai彩猜才菜裁踩材采财 can餐惨残参 cang藏仓 cao操草槽 ce测册侧 ceng蹭曾层 cha查叉察茶差 chai拆 chan产馋蝉缠 chang长场唱常肠尝倡敞畅偿厂 chao超钞炒潮朝嘲抄 che车彻扯
chen沉陈尘衬 cheng程城成乘橙称惩秤承诚 chi吃迟耻痴尺持翅池驰齿 chong充虫冲宠 chou瞅抽丑臭愁筹 chu出除处畜橱触初础储厨搐 chuan穿串传船川喘 chuang窗床闯创疮 chui吹锤
chun蠢春纯醇唇 chuo戳 ci此词刺磁茨次辞瓷 cong从 cu促醋 cui催翠 cun存村寸 cuo错措痤 da大打答达搭 dai带代袋呆戴待贷黛 dan蛋单胆担但淡氮弹 dang当荡挡党档
dao岛导到道刀倒盗蹈捣悼 de得的德 dei得 deng登等灯邓 di帝地滴抵第低底迪弟缔递 dian電电店点颠垫玷典癫癜 diao掉刁吊屌雕钓调 die爹 ding钉定顶订訂丁 diu丢 dong动东懂洞董冻冬
dou斗抖都逗豆窦痘兜 du读度赌毒独堵杜肚 duan端段短断锻 dui队对兑 dun蹲顿 duo多夺躲堕 er二耳儿尔而洱 fa发法罚乏 fan翻反返烦贩饭范犯番凡 fang方访仿房放防妨肪坊
fei飞费非废肥诽菲肺啡翡 fen粉分份芬粪汾纷 feng风封凤丰疯缝蜂锋讽逢 fo佛 fu蝠服付复福父覆府辐妇富夫附负浮副腹肤敷辅氟芙伏抚 gai该盖改丐概钙 gan感肝赶敢甘干杆竿橄 gang钢刚港岗
gao告搞高糕稿膏 ge个隔格哥割革歌葛 gei给 gen跟根 geng更梗 gong公功攻弓供工宫贡共 gou购够狗构勾枸 gu古骨菇故孤股固谷顾雇 gua瓜寡挂胍刮 guai乖拐怪 guan观管官馆关冠贯罐惯灌
guang逛光广 gui轨规鬼贵龟跪闺柜归 gun滚棍 guo过锅国果裹 ha哈 hai害还海咳孩氦 han汗喊汉韩涵含捍寒鼾旱憾 hang航杭行 hao号好豪毫薅 he合核荷喝河和何盒褐颌赫鹤 hei黑嗨 hen很痕
heng横 hong红轰弘洪宏 hou后厚候 hu户互乎虎呼湖护胡忽斛壶 hua话划花滑化猾画华 huai怀坏 huan換换欢患环缓焕还 huang黄皇凰荒慌 hui徽回会悔毁惠灰绘恢汇 hun魂婚混馄
huo货获火祸活伙惑或 ji机击辑己即集计级姬寄鸡绩极急积激疾基圾技饥寂记几继缉季纪迹祭及肌脊剂蓟吉忌际济 jia加家架价驾假甲佳贾嫁伽 jian件间健舰见简键奸建贱减箭剑检监捡荐肩坚碱鉴兼尖剪
jiang奖将降疆江讲姜酱浆僵 jiao交教胶角狡饺叫娇椒焦脚酵矫轿 jie接介解结揭劫界姐街洁芥捷杰戒节届借截 jin进禁金尽紧津巾今斤仅靳谨近锦筋劲 jing京景惊警竟经精井镜靖敬阱颈静净睛竞径
jiu就久酒救九究韭灸纠揪 ju拒局具居据巨举剧拘驹句距钜矩 juan捐卷 jue绝诀决觉 jun军君菌均 ka咖卡 kai开凯 kan看砍侃刊堪坎槛 kang康抗亢 kao考靠烤 ke客可壳刻课科渴克 ken肯恳
keng坑 kong空孔恐控 kou扣蔻口抠 ku裤酷库窟哭苦 kua夸跨 kuai快块 kuan款 kuang框矿狂眶 kui亏溃愧馈喹 kun困 kuo扩 la拉垃辣啦 lai赖来莱 lan览蓝懒栏缆兰澜滥榄烂
lang狼浪朗 lao老佬劳勞姥涝捞 le乐勒 lei雷泪类 leng棱冷 li力理里利礼莉历离例璃李丽立鲤粒蛎锂厉厘 lian连联链恋脸练帘炼廉莲 liang量两亮良粮凉辆 liao聊料了撩疗缭 lie列猎劣裂烈
lin林邻淋临拎 ling领零令另龄凌岭灵玲陵羚 liu流浏留六刘瘤柳硫榴 long隆龙聋 lou楼漏 lu路录露炉禄鲁噜鹿 luan卵乱 lun论轮伦仑 luo洛裸萝络罗落螺 lv绿率氯律驴虑旅 lve略
ma码妈麻马骂吗蚂玛 mai买卖脉麦埋 man满蛮曼漫慢螨 mang氓盲忙 mao猫毛冒帽貌茅 me么 mei没霉妹美每昧酶镁媒莓 men们门闷 meng蒙梦孟盟萌 mi米迷咪密秘蜜幂觅谜 mian面免缅眠勉
miao瞄秒描苗妙 mie灭 min民敏 ming明名命铭鸣 mo模摩默寞摸蘑末抹莫膜磨魔 mou某谋 mu母幕穆姆目募墓牡沐 na拿那哪纳娜 nai奶耐奈 nan男难南 nang囊 nao脑孬恼闹 nei内 nen嫩
neng能 ni你昵尼泥溺逆拟腻 nian年念粘碾 niang娘酿 niao鸟尿 nie捏 nin您 ning凝宁 niu牛扭 nong农浓 nu弩努 nuan暖 nuo懦挪诺 nv女 ou偶欧 pa啪怕趴爬帕
pai排拍牌派哌 pan盘判攀泮 pang胖 pao泡炮跑抛疱袍 pei配陪赔佩培 pen喷盆 peng朋捧篷鹏 pi皮批屁辟脾匹媲啤疲 pian片骗偏 piao票嫖漂 pin频拼品聘贫 ping平评屏凭瓶苹
po破坡婆泼珀 pou剖 pu铺葡谱曝普浦 qi企器骑旗其齐起棋气期戚妻七祁乞欺琦启祈歧奇杞脐弃汽淇 qia掐恰 qian钱前迁签铅千潜谴欠荨 qiang枪墙抢强腔 qiao敲桥翘巧 qie窃切茄 qin亲禽侵勤
qing请情清庆轻青氢 qiong穷 qiu球秋丘求邱 qu取去趣区渠曲趋祛驱 quan圈全拳劝权痊泉券醛 que雀确缺 qun群裙 ran燃然染 rang让 rao扰绕 re热 ren人认任 reng扔 ri日
rong容荣榕融溶茸蓉绒 rou肉揉柔 ru入如辱乳 ruan软 rui瑞睿 run润 ruo弱 sa撒 sai赛塞 san三散伞 sang丧桑 sao扫骚 se色涩 sen森 sha沙傻杀啥煞痧纱砂 shai晒
shan闪山删汕陕讪善膳擅衫 shang上赏商伤尚 shao少烧勺 she慑射摄涉蛇社设舍奢 shen审什身肾神慎深沈申 sheng生剩绳牲盛升声胜省
shi师式视识是市十时失试事世实石士势适食湿驶施室示史拾逝使師饰仕尸诗 shou手收售受首兽授瘦守寿 shu书薯数殊属鼠术戍熟墅述疏输纾舒 shua刷 shuai甩摔帅衰 shuan栓 shuang双爽霜
shui谁水税睡 shun瞬顺 shuo说 si私丝思斯撕司嘶死四似 song送怂宋松讼 sou搜嗽 su粟宿诉速塑肃苏素 suan酸算 sui碎随岁髓 sun孙损 suo锁所琐缩梭索 ta她他它塔塌踏
tai台态太泰肽胎汰抬酞 tan弹探瘫谈坦碳 tang汤烫糖躺唐堂 tao淘桃讨套逃涛萄掏 te特 teng腾疼 ti提踢体替惕梯题剃屉 tian天添甜填 tiao调条挑跳 tie贴铁 ting艇听厅停庭汀
tong通同酮童统桶筒捅痛瞳 tou头投偷透 tu图秃土凸徒吐屠涂途 tuan团 tui推退腿褪 tun囤臀吞饨 tuo托脱拖驼妥 wa袜瓦娃洼 wai外 wan玩完丸莞万晚湾腕弯顽碗 wang网亡王往忘旺望枉
wei微威薇维卫溦位唯围违为味尾未猥危伪伟谓委胃痿韦喂蔚 wen妏问文稳闻温蚊纹 weng翁 wo我窝握沃 wu舞物勿五务无武侮午污误雾 xi系戏夕西喜细习洗犀息袭吸牺媳玺悉膝希席晰 xia下蝦虾吓侠瞎瑕夏
xian线闲咸现限先纤馅显险仙嫌陷痫腺鲜县衔 xiang箱像想详相象享乡香向祥翔响项降 xiao小晓孝肖笑消啸销效哮削硝校 xie写谢鞋些泄协泻屑械卸缬邪蟹血 xin信芯心新薪 xing星型行兴幸性形醒刑姓
xiong熊凶胸汹兄雄 xiu秀修休羞袖 xu序需续须虚吁嘘许恤 xuan炫悬选宣眩癣旋煊 xue学血雪穴 xun询讯训寻汛巡醺薰 ya牙押压崖鸦亚鸭雅 yan眼厌言烟验延盐淹颜演炎严燕研咽菸沿宴
yang养样阳杨烊央疡羊洋氧痒 yao遥要邀摇药谣腰妖 ye页业夜野液耶爷也叶 yi一移意义疑以忆依医已疫遗异艺宜衣绎亦易译蚁益仪抑乙议胰薏醫逸椅壹谊伊 yin音印因淫银隐阴龈饮飲瘾 ying营影罂鹰应赢英婴硬颖盈迎
yong用永涌泳勇佣拥 you友又邮游有油幼优犹诱尤由悠佑幽忧柚右釉 yu鱼余娱育语遇雨欲狱预宇裕于域郁愈玉浴寓逾誉与予羽瑜御愉 yuan员原援源元院远缘愿袁园猿冤 yue阅閱约越月悦 yun运云晕孕芸 za杂砸
zai仔再在灾载 zan赞咱 zang脏 zao造早燥遭噪藻皂糟 ze责择则 zei贼 zen怎 zeng赠增 zha炸渣乍诈榨闸 zhai宅债摘寨 zhan站战展斩占 zhang账涨章仗障张掌帐 zhao找照赵肇招罩兆
zhe这着者折浙遮 zhen针真侦震圳阵诊疹枕镇 zheng整证征正政争症拯挣 zhi纸致支制直知置止质酯址汁植之职只智治窒指志值织脂痔芝执至挚 zhong众中种重忠钟终肿仲 zhou粥周州洲骤皱宙
zhu助主注珠猪株祝住蛀嘱柱著煮 zhua抓 zhuan转転专砖赚撰 zhuang装壮状妆庄 zhui追坠椎 zhun准 zhuo桌捉酌卓灼镯 zi咨资字自子滋滓姿紫籽兹 zong蹤踪综总粽宗棕 zou走奏
zu族足租祖组阻 zuan钻 zui最罪嘴醉 zun尊遵 zuo座作做左坐昨唑佐
`;
