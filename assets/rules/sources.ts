/**
 * The articles behind the rules. Grade A: the rule's own text was read; B: read through a copy; C: commonly reported, shown
 * without a link. `asOf`: when the text was read or from when it holds.
 */
import type { RuleSource } from '../../core/model/report';

const LAW = '中华人民共和国广告法';
const A = (title: string, article: string, asOf = '2025-09-30', url?: string): RuleSource =>
  source(title, article, 'A', asOf, url);
const B = (title: string, article: string, asOf = '2025-09-30', url?: string): RuleSource =>
  source(title, article, 'B', asOf, url);
const C = (title: string, article: string, asOf = '2025-09-30'): RuleSource => source(title, article, 'C', asOf);

function source(title: string, article: string, grade: 'A' | 'B' | 'C', asOf: string, url?: string): RuleSource {
  return url === undefined ? { title, article, grade, asOf } : { title, article, url, grade, asOf };
}

const ABSOLUTE_GUIDE = 'https://www.samr.gov.cn/ggjgs/tzgg/art/2023/art_183b5cb48d9e4f0dba67f9f912a913ba.html';
const LABEL_GUIDE = 'https://www.samr.gov.cn/ggjgs/tzgg/art/2024/art_fb2f2f9b53f04dc294df2105b2e050a0.html';
const MEDICAL_GUIDE = 'https://www.samr.gov.cn/ggjgs/tzgg/art/2025/art_fe4ab107d0784ee7afd212d16e6345e8.html';
const AI_LABEL = 'https://www.cac.gov.cn/2025-03/14/c_1743654684782215.htm';
const ECOLOGY = '网络信息内容生态治理规定';
const SELF_MEDIA = '关于加强“自媒体”管理的通知';

export const SOURCES = {
  adAbs: A('广告绝对化用语执法指南', '第四条至第七条；广告法第九条（三）、第五十七条', '2025-09-30', ABSOLUTE_GUIDE),
  adRank: A('广告绝对化用语执法指南', '第六条（六）、第七条；广告法第十一条、第二十八条', '2025-09-30', ABSOLUTE_GUIDE),
  adState: A(LAW, '第九条（一）（二）'),
  adMedClaim: A(LAW, '第十七条、第五十八条'),
  adMedGuar: A(LAW, '第十六条、第五十八条'),
  adHealthFood: A(LAW, '第十八条、第五十八条'),
  adHealthSci: A('医疗广告认定指南', '第八条；互联网广告管理办法第八条；广告法第十九条', '2025-09-30', MEDICAL_GUIDE),
  adCosmetic: A('化妆品监督管理条例', '第三十七条、第四十三条'),
  adCosSpecial: A('化妆品监督管理条例', '第十六条、第十七条、第二十二条'),
  adBeauty: A('医疗美容广告执法指南', '第五条'),
  adRx: A(LAW, '第十五条；互联网广告管理办法第六条'),
  adTobacco: A(LAW, '第二十二条；互联网广告管理办法第六条'),
  adInfant: A(LAW, '第二十条'),
  adAlcohol: A(LAW, '第二十三条'),
  adEdu: A(LAW, '第二十四条'),
  adFin: A(LAW, '第二十五条'),
  adRealty: A(LAW, '第二十六条'),
  adFalse: A(LAW, '第四条、第二十八条、第五十五条；反不正当竞争法（2025）第九条', '2025-10-15'),
  adData: A(LAW, '第十一条、第五十九条'),
  adPatent: A(LAW, '第十二条、第五十九条'),
  adDisp: A(LAW, '第十三条；反不正当竞争法（2025）第十二条', '2025-10-15'),
  adPrice: A('明码标价和禁止价格欺诈规定', '第十六、十七、十九、二十一条'),
  adMinor: A(LAW, '第三十八条、第四十条；互联网广告管理办法第十二条'),
  adLabel: A('互联网广告可识别性执法指南', '第五、六、八、十条；广告法第十四条', '2025-09-30', LABEL_GUIDE),
  lottery: A('反不正当竞争法（2025）', '第十一条、第二十七条；规范促销行为暂行规定第十一至十三条', '2025-10-15'),
  fake: A('反不正当竞争法（2025）', '第九条、第二十五条', '2025-10-15'),
  illegal: B(ECOLOGY, '第六条'),
  fraud: C('反电信网络诈骗法', '第三十八条'),
  clickbait: B(ECOLOGY, '第七条（一）'),
  rumor: B(SELF_MEDIA, '第三至五项'),
  disaster: B(ECOLOGY, '第七条（三）'),
  discrim: B(ECOLOGY, '第七条（六）；广告法第九条（九）'),
  abuse: B(ECOLOGY, '第六条（十）；网络暴力信息治理规定'),
  sexHint: B(ECOLOGY, '第七条（四）'),
  danger: B(ECOLOGY, '第七条（八）；可能影响未成年人身心健康的网络信息分类办法', '2026-03-01'),
  hero: A('英雄烈士保护法', '第二十二条'),
  privacy: C('个人信息保护法', '第十条'),
  qualified: B(SELF_MEDIA, '第二项；医疗科普通知（2025年8月）', '2025-09-30'),
  fiction: B(SELF_MEDIA, '第五项；短视频标注通知', '2026-03-21'),
  aiLabel: B('人工智能生成合成内容标识办法', '第十条', '2025-09-01', AI_LABEL),
  aiStrip: B('人工智能生成合成内容标识办法', '第十条第二款', '2025-09-01', AI_LABEL),
  copyright: C('著作权法', '第五十三条'),
  homophone: B('清朗·规范网络语言文字使用专项行动', '2024年10月', '2024-10-13'),
  divContact: B('小红书交易导流违规管理细则', '第一、二类', '2025-03-12'),
  divLink: B('小红书交易导流违规管理细则', '第三类', '2025-03-12'),
  divHint: B('抖音引导私下交易规则；小红书交易导流违规管理细则', '第五类', '2025-03-12'),
  engBait: B('微信公众平台运营规范', '3.3.1；自媒体通知第七项', '2025-09-30'),
  engTrade: C('平台惯例', '互粉互赞'),
  usEndorse: C('FTC Endorsement Guides', '16 CFR 255.5'),
  usVague: B('FTC Disclosures 101', 'clear words', '2025-09-30'),
  usBuried: B('FTC Disclosures 101', 'placement', '2025-09-30'),
  usHealth: C('FTC Act; Health Products Compliance Guidance', 's. 5'),
  usFin: C('FTC Act; SEC guidance', 's. 5'),
  usFake: B('FTC Rule on Fake Reviews', '16 CFR 465.2, 465.4, 465.8', '2024-10-21'),
  nyAi: B('New York General Business Law', '§ 396-b', '2026-06-09'),
  ukDisc: A(
    'CAP Code; ASA: Recognising ads on social media',
    's. 2',
    '2025-09-30',
    'https://www.asa.org.uk/advice-online/recognising-ads-social-media.html',
  ),
  ukFin: B('FSMA 2000; FCA FG24/1', 's. 21', '2025-09-30'),
  euDisc: C('UCPD 2005/29/EC', 'art. 7(2), Annex I 11'),
  euAi: B('EU AI Act', 'art. 50(4)', '2026-08-02'),
  ytPaid: B('YouTube Data API', 'paidProductPlacementDetails', '2026-06-30'),
  ytAi: B(
    'YouTube Help: altered or synthetic content',
    '14328491',
    '2026-06-30',
    'https://support.google.com/youtube/answer/14328491',
  ),
  ytSpam: A(
    'YouTube: spam, deceptive practices and scams',
    '2801973',
    '2026-06-30',
    'https://support.google.com/youtube/answer/2801973',
  ),
  ttComm: A(
    'TikTok: content disclosure setting',
    'three factors',
    '2026-06-30',
    'https://ads.tiktok.com/help/article/about-the-content-disclosure-setting-for-creators',
  ),
  ttAi: B('TikTok AI-generated content policy', 'labelling', '2026-06-30'),
  igPartner: A('Meta: branded content', 'paid partnership label', '2026-04-22'),
  igPromo: B('Instagram promotion guidelines', 'release and tagging', '2024-12-31'),
  igBait: B('Instagram for Business: recommendations', 'engagement bait', '2025-12-31'),
  xPaid: A(
    'X: Paid Partnerships Policy',
    'labels; barred industries',
    '2026-03-31',
    'https://help.x.com/en/rules-and-policies/paid-partnerships-policy',
  ),
  xSpam: C('X: platform manipulation', 'follow trains'),
  glClickbait: A('YouTube: misleading metadata', '2801973', '2026-06-30', 'https://support.google.com/youtube/answer/2801973'),
  techInvisible: C('Observed in illicit posts', 'invisible characters'),
  techTags: C('Platform practice', 'tags'),
  techDuplicate: B('YouTube inauthentic content; Meta unoriginal content', 'July 2025', '2025-07-15'),
  techBurst: C('Platform practice', 'posting rate'),
  house: C('House target, changeable in the plan; no law and no platform rule', '–'),
} as const satisfies Record<string, RuleSource>;
