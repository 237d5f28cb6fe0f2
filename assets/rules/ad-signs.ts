/**
 * Signs of selling beside the hard cues (`words/china-trade.ts`): put together from small words, so that "拍两瓶", "到手49" and "立即预约"
 * are all recognised. One match makes an ad.
 */
export const AD_SIGNS: readonly string[] = [
  'invite ~1 order',
  '=拍,点 + #count|#dose|#amount',
  '=拍 + =它,一,两,俩,走,就,完,即',
  '=到手,直播间,只要,只需,仅需,一口价,破价到,秒杀价,低至 ~3 #price|#amount',
  '=仅,才,卖,现价,特惠 ~2 #price',
  '#dose|#count ~2 #price|#amount',
  '=减,直减,省,满 + #amount|#price',
  '=最后,只剩,还剩,仅剩,库存 + #count|#amount',
  '=买 + #amount|#count|#dose ~2 =送,赠,减,免',
  '=咨询,报名,预约,下单,购买,关注店铺,进店 ~1 =送,立减,减,享,赠,有礼,优惠,领',
  '=快,速,赶紧,疯,等你,来,快来,速来,抓紧,赶快 + =抢,囤,冲,买,入,拍,下单,订,选购',
  '=买 ~1 =我家,我们家,自家',
  '#plea',
  'wantIt ~2 wantGo',
  '=要的,想要的,喜欢的,需要的,有需要的 ~2 =拍,下单,带走,冲,抓紧',
  '=限量,限购,首批 ~2 #count|#amount',
  '=戳,点,快,速,抢 + order',
  '=第二,第2 + =件,份,盒,瓶,杯 ~2 =半价,折,元',
  'strongShop & order',
  '=点,戳,点击,点开 ~4 =购买,选购,下单,领取,入手',
  '=链接 ~2 =评论区,置顶,主页,下方,左下,简介,橱窗,详情,自取,戳,在下',
  '=评论区,主页,下方,简介,置顶,底部,文末,屏幕 ~2 =链接',
  '=店铺,店里,旗舰店,小店 ~2 =搜,有售,可拍,同名,有货,上架,自取',
  '=有链接,放链接,贴链接,附链接,见链接,带链接,挂着链接,挂链接',
];
