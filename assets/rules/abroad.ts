/** Rules outside China: disclosure, health, money, bought reach, artificial images, and the platforms' own (2d). */
import type { Rule } from './types';

const REVIEW = '2027-03-31';
const CODE = {
  p: '=code,coupon,codes ~2 #handle',
  when: '@#percent|#price:60/@=off,discount,save,free,deposit,bonus,treat,cheaper:60',
};
const CHECKOUT = '=use,enter,apply,type,with ~1 #promo|#handle ~3 =at_checkout,checkout';
const PROMO = '=code,codes,coupon ~2 #promo';
const PROMO_GETS = '#promo ~2 =gets_you,gets,saves_you,saves,gives_you,for_a_discount,at_checkout,for_10%,for_15%,for_20%,takes';
const THANKS =
  '=thanks,thank,grateful,thankful,shoutout,shout-out,appreciate ~40 =partnership,sponsorship,sponsoring,gifting,sponsor,sponsors,sponsored,hosting,having_me,having_us,inviting_me,inviting_us';
/** Thanks to somebody by handle, in the languages of the EU. */
const THANKS_TO = 'euThanks ~24 #mention';
const USE_PROMO = {
  p: '=use,enter,apply,with,mit,avec,con,met,com,z,med ~1 #promo',
  when: '@=site,shop,order,store,checkout,off,save,discount,cart,thank_me,deal:60/@#percent:60',
};
/** Money off by a link of the creator's own. */
const OFF_LINK = '#percent ~2 =off <60> #url|=my_link,link_below,link_in_bio,grab_yours,grab_it_here,your_link,here';
const LINK_SAVES =
  '=my_link,link_below,link_in_bio,link_in_my,link_in_the,this_link ~16 =saves_you,save_you,gets_you,gives_you,free,off,discount';
const FREE_LINK = '=free,off,discount,trial ~40 =with_my_link,through_my_link,my_link_in,using_my_link,via_my_link,my_link_below';
const LOCAL_CODE = '=code,código,codigo,codice,kod,koden,kodem,kodom,rabattkod,cupón,cupom ~2 #promo';
const WORKING = {
  p: '=working_with,partnering_with,teaming_up_with,collabing_with ~34 =this_month,this_season,this_year,this_week,on_their,on_this,to_bring,best,link_below,launch,campaign,love,obsessed,app,favorite,favourite',
  when: '!%=clay,wood,kids,children,patients,clients,students,animals,dogs,horses,yarn,data,refugees,charity',
};
const THANKS_FOR = {
  p: '=thanks,thanks_to,thank_you,thank_you_to ~24 =for_my_new,for_the_new,for_sending,for_the_free,for_these,for_the_cosy,for_the_cozy,for_the_goodies,for_the_box,for_the_pr,for_the_gift,for_the_package,for_the_invite,for_hosting,for_gifting,for_my',
  when: '!@=everyone,you_all,all_of_you,guys,team,watching,support,love,help,advice,comments,messages,wishes,birthday,my_mum,my_mom,lift,ride,dinner:40',
};
const OFFERED = '=merci ~40 =offert,offerte,offerts,envoyé,envoyés,colis,cadeau';
const DEAL = [
  'dealCode',
  'dealGift',
  'dealSponsor',
  CODE,
  CHECKOUT,
  PROMO,
  PROMO_GETS,
  THANKS,
  THANKS_TO,
  USE_PROMO,
  OFF_LINK,
  LINK_SAVES,
  FREE_LINK,
  LOCAL_CODE,
  WORKING,
  THANKS_FOR,
  OFFERED,
] as const;
/** Paid signs in the text, with the creator's answer in their place. */
const DEAL_FINDS = [...DEAL, { p: '*', when: 'paid/gifted' }];
const AI_REVIVED = '=bring,brought,bringing ~24 =back,alive,life & aiMake';
const AI_CLONED = '=clone,cloned,cloning,copied,recreated,swapped ~30 =voice,voices,face,faces & aiMake';
const AI_FACE = '=put,pasted,swapped,swap,stuck,swapping ~30 =face,faces,head ~24 =on,onto,into,with,in';
const AI_SPEAKS =
  '=ai,midjourney,sora,runway,veo,kling,heygen,elevenlabs,deepfake ~40 =sing,sings,singing,say,says,saying,read,reads,explain,explains,dance,talk,talks,speak,speaks,confess,apologise,apologize,endorse';
const AI_FAKED = '=faked,fake,faking ~40 aiMake';
const HONEST = '!$kin:14 !^kin:16 !%boughtSelf !^neg:12 !@talk:24 !asked';
const DISCLOSED = [
  ['%adTag', 'disclosed'],
  ['%adWord', 'disclosed'],
  ['labelled', 'disclosed'],
  ['thanksFree', 'thanksFree'],
] as const;

const abroad = (
  id: string,
  rule: Omit<Rule, 'id' | 'reviewBy' | 'platform' | 'jur' | 'category' | 'level'> & Partial<Rule>,
): Rule => ({
  id,
  jur: 'any',
  platform: 'all-intl',
  category: 'policy',
  level: 'yellow',
  reviewBy: REVIEW,
  ...rule,
});

export const ABROAD_RULES: readonly Rule[] = [
  abroad('US-DISC-MISSING', {
    jur: 'US',
    level: [['paid', 'red'], 'yellow'],
    find: DEAL_FINDS,
    when: `american ${HONEST}`,
    exempt: DISCLOSED,
    asks: ['paid', 'gifted', 'adLabel'],
    source: 'usEndorse',
  }),
  abroad('US-DISC-VAGUE', {
    jur: 'US',
    find: [
      'vagueUs',
      'vagueThanks + #mention',
      { p: '=ambassador,partner,collab <24> #mention', when: '!=dealSponsor/%=ambassador' },
      '#vagueTag',
      { p: '=proud ~24 =ambassador,partner', when: '!%=student,school,university,college,charity,team,local' },
      { ...THANKS_FOR, when: `${THANKS_FOR.when} !%dealGift !%dealSponsor !%dealCode` },
    ],
    when: `american ${HONEST}`,
    exempt: DISCLOSED,
    source: 'usVague',
  }),
  abroad('US-DISC-BURIED', {
    jur: 'US',
    find: [{ p: 'adTag', when: 'buried' }],
    exempt: [['labelled', 'disclosed']],
    source: 'usBuried',
  }),
  abroad('US-HEALTH', {
    jur: 'US',
    category: 'commercial',
    level: 'red',
    find: [
      { p: 'cure <36> disease', when: '@suppl:60/%push/%dealCode' },
      'fdaClaim <36> suppl',
      { p: 'disease ~14 gone', when: '%suppl' },
      { p: 'noMedicine', when: '%suppl/%disease' },
    ],
    when: '!@healthOk:40 !^neg:10 !asked !@talk:40 !@fiction:30',
    source: 'usHealth',
  }),
  abroad('US-FIN', {
    jur: 'US',
    category: 'commercial',
    level: 'red',
    find: [
      { p: 'finClaim', when: '%finTopic/%#price/%#percent' },
      { p: '#percent|#multiple ~16 finPer', when: '%finTopic' },
      {
        p: '=earn,earning,make,making ~3 #price ~14 finPer',
        when: '%=guaranteed,guarantee,risk-free,effortless,hands-free %finTopic',
      },
      {
        p: '=turn,turned,turning ~10 #price ~14 #price',
        when: '%finTopic/%finPer/%=ask_me,dm,message_me,by_friday,in_a_week,link',
      },
      { p: '=guaranteed,guarantee <16> #percent|#price', when: '%finTopic/%finPer' },
      '=put_in,deposit,send,invest,start_with ~2 #price ~16 =take_out,get_back,get,receive,withdraw,walk_away_with,becomes,turns_into ~2 #price',
    ],
    when: '!@talk:40 !^neg:8 !^=only,the_only,only_thing:1 !^=nothing,nobody,nothing_in,no_investment:40 !asked !@fiction:30',
    source: 'usFin',
  }),
  abroad('US-FAKE', {
    jur: 'US',
    level: 'red',
    find: [
      'fakeVerb ~30 fakeGood',
      { p: 'fakeGood ~24 fakeOffer', when: '%fakeVerb/%#price' },
      'reviewAsk ~8 goodReview ~60 reviewPay',
      {
        p: '=get,gain,grow,add ~1 #amount ~2 fakeGood',
        when: '%=order,package,packages,site,delivery,instant,dm,$,price,real,guaranteed,panel',
      },
      '=pay_you,pay_people,will_pay,paying ~24 goodReview',
      '=review,reviews,ratings,testimonials ~6 =written_by_our,written_by_us,by_our_team,posted_by_our,posted_by_us,we_write,for_your_business,for_your_listing',
      '=pay_you,paying_people,pay_people,will_pay,i_pay,we_pay,pay_for,paid_for ~10 goodReview ~14 =review,reviews,rating,ratings,comment,comments',
      'goodReview ~10 =review,reviews,ratings ~24 =we_write,we_post,we_can_write,i_write,i_will_write,written_for_you,we_do_it,done_for_you,we_supply',
      {
        p: 'goodReview ~12 =review,reviews,rating,ratings',
        when: '@=we_sell,i_sell,we_provide,we_deliver,order_now,for_sale,per_review,dm_us:40',
      },
      '=write,writing,post,provide,deliver,boost ~8 goodReview ~6 =review,reviews,rating,ratings ~20 =your,you',
      { p: 'reviewPay ~30 goodReview ~12 =review,reviews,rating,ratings' },
    ],
    when: '!@fakeOk:30 !@talk:24 !^neg:8',
    source: 'usFake',
  }),
  abroad('NY-AI', {
    jur: 'US-NY',
    find: [
      { p: 'aiPerson', when: '@adContext:60/commercial/paid' },
      {
        p: '=woman,man,person,girl,guy,model,models,people,actor,actress,couple,family,influencer,face,host,dad,mom,mum,customer,customers,spokesperson,twins,doctor,presenter,avatar,teen,grandma,testimonial,faces <50> aiMake|=computer-generated,computer_generated,cgi',
        when: '%adContext',
      },
    ],
    when: '!%nyOk !^neg:8 !@talk:24 !asked',
    exempt: [['declaredAi', 'declared']],
    source: 'nyAi',
  }),
  abroad('UK-DISC', {
    jur: 'UK',
    find: ['ukCue', THANKS_FOR, WORKING, USE_PROMO, OFF_LINK, { p: '*', when: 'paid/gifted' }],
    when: `british ${HONEST}`,
    exempt: [
      ['adFirst', 'adFirst'],
      ['labelled', 'disclosed'],
    ],
    source: 'ukDisc',
  }),
  abroad('UK-FINPROM', {
    jur: 'UK',
    category: 'commercial',
    find: [
      { p: 'ukInvite @60 ukInvest' },
      '=free ~1 =share,shares,stock,stocks,crypto,bitcoin,coins,etf',
      '=copy,copying,mirror,mirroring,follow ~2 =trades,portfolio,positions,signals',
    ],
    when: '!@ukOk:50 !^neg:8 !asked !@talk:40/%=telegram,my_link,link_below,invest_at',
    source: 'ukFin',
  }),
  abroad('EU-DISC', {
    jur: 'EU',
    find: DEAL_FINDS,
    when: `european ${HONEST}`,
    exempt: DISCLOSED,
    source: 'euDisc',
  }),
  abroad('EU-AI', {
    jur: 'EU',
    find: ['aiMake & aiReal', AI_REVIVED, AI_CLONED, AI_FACE, AI_SPEAKS, AI_FAKED, 'aiFake', { p: '*', when: 'aiUsed' }],
    when: '!%satire aiUsed/!@aiTalk:40 aiUsed/!%aiUnreal !^neg:8 !asked',
    exempt: [
      ['declaredAi', 'declared'],
      ['%aiDeclared', 'declared'],
    ],
    source: 'euAi',
  }),
  abroad('YT-PAID', {
    platform: 'youtube',
    find: [...DEAL, 'adTag|adWord', { p: '*', when: 'paid/gifted' }],
    when: HONEST,
    exempt: [
      ['labelled', 'declared'],
      ['tagFirst', 'adFirst'],
    ],
    asks: ['paid', 'declared'],
    source: 'ytPaid',
  }),
  abroad('YT-AI', {
    platform: 'youtube',
    find: ['aiMake & aiReal', AI_REVIVED, AI_CLONED, AI_FACE, AI_SPEAKS, AI_FAKED, 'aiFake', { p: '*', when: 'aiUsed' }],
    when: 'aiUsed/!@aiTalk:40 aiUsed/!%aiUnreal !^neg:8 !asked',
    exempt: [['declaredAi', 'declared']],
    asks: ['aiUsed', 'declared'],
    source: 'ytAi',
  }),
  abroad('YT-SPAM', {
    platform: 'youtube',
    level: 'red',
    find: [
      'subTrade',
      'ytAct <50> ytReward',
      'ytTrick',
      '=full_movie ~30 =leaked,hd,free,link,download,watch_here',
      'fame ~4 fame ~4 fame',
    ],
    when: '!@talk:30 !^neg:8 !@fakeOk:20',
    source: 'ytSpam',
  }),
  abroad('TT-COMM', {
    platform: 'tiktok',
    find: DEAL_FINDS,
    when: HONEST,
    exempt: [
      ['labelled', 'declared'],
      ['tagFirst', 'adFirst'],
    ],
    asks: ['paid', 'gifted', 'declared'],
    source: 'ttComm',
  }),
  abroad('TT-AI', {
    platform: 'tiktok',
    find: ['aiMake & aiReal', AI_REVIVED, AI_CLONED, AI_FACE, AI_SPEAKS, AI_FAKED, 'aiFake', { p: '*', when: 'aiUsed' }],
    when: 'aiUsed/!@aiTalk:40 aiUsed/!%aiUnreal !^neg:8 !asked',
    exempt: [
      ['declaredAi', 'declared'],
      ['%aiDeclared', 'declared'],
    ],
    asks: ['aiUsed', 'declared'],
    source: 'ttAi',
  }),
  abroad('IG-PARTNER', {
    platform: 'instagram',
    find: [...DEAL, 'adTag|adWord', { p: '*', when: 'paid/gifted' }],
    when: HONEST,
    exempt: [
      ['labelled', 'declared'],
      ['tagFirst', 'adFirst'],
      ['%igLabel', 'declared'],
    ],
    asks: ['paid', 'gifted', 'declared'],
    source: 'igPartner',
  }),
  abroad('IG-PROMO', {
    platform: 'instagram',
    find: [
      {
        p: 'igPromo',
        when: '!%igRelease !^=won,entered,lost:6 !@=is_over,has_ended,closed,winners_from,winners_have,winner_has,been_contacted,have_been_notified,congrats,congratulations,winner_is,ended_yesterday,thanks_for_entering:40',
      },
      {
        p: 'igSoft <60> igEntry',
        when: '!%igRelease !^=won,entered,lost:6 !@=is_over,has_ended,closed,winners_from,winner_is,raised,school,roof:40',
      },
      'igMistag',
    ],
    when: '!^neg:8 !@talk:16',
    source: 'igPromo',
  }),
  abroad('IG-BAIT', {
    platform: 'instagram',
    find: ['igBait', '=like,share,repost,comment,tag ~8 =or ~20 =bad_luck,sad_forever,never_find,unlucky,lose_your,be_poor'],
    when: '!^neg:8 !@clickOk:20 !@talk:16',
    source: 'igBait',
  }),
  abroad('X-PAID', {
    platform: 'x',
    level: [['%barred', 'red'], 'yellow'],
    find: [
      { p: 'xTag|dealCode|dealGift|dealSponsor', when: '%barred/!disclosedX' },
      { p: CODE.p, when: `${CODE.when} %barred/!disclosedX` },
      { p: PROMO, when: '%barred/!disclosedX' },
      { p: PROMO_GETS, when: '%barred/!disclosedX' },
      { p: THANKS, when: '%barred/!disclosedX' },
      { ...THANKS_FOR, when: `${THANKS_FOR.when} %barred/!disclosedX` },
      { ...WORKING, when: `${WORKING.when} %barred/!disclosedX` },
      { p: '=sponsored_by', when: '!%adTag !%=#ad' },
      { p: 'adTag|adWord', when: '%barred' },
      { p: '*', when: 'paid/gifted %barred/!disclosedX' },
    ],
    when: HONEST,
    asks: ['paid', 'declared'],
    source: 'xPaid',
  }),
  abroad('X-SPAM', {
    platform: 'x',
    find: [
      'xSpam',
      '=everyone_who,whoever,anyone_who ~12 =replies,likes,retweets,follows,comments ~12 =follow,followed,followback',
      'fakeVerb ~20 fakeGood',
      '=gain,gaining,get ~12 =followers,follows,mutuals',
    ],
    when: '!@talk:24 !^neg:8 !@fakeOk:20 !@clickOk:20',
    source: 'xSpam',
  }),
  abroad('GL-CLICKBAIT', {
    category: 'content',
    find: [
      'click',
      { p: 'clickSoft', when: '@clickBoost:30/%#alarm/%#caps' },
      '=trick,secret,hack,tip <30> =hate,hates,furious,angry,terrified',
      { p: '#caps', when: '%alarmWord %#alarm' },
      { p: '#shout', when: '%alarmStrong' },
      { p: 'clickWho ~14 clickHate ~12 clickThis', when: '!%=union,interview,survey,rota,strike' },
      { p: 'clickThis ~30 clickWho ~8 clickHate', when: '%=trick,secret,hack,tip,food,fruit,habit' },
      '=trick,secret,hack,tip,habit,fruit,food,plant ~16 =has,have,made,makes,left,got ~16 =furious,terrified,panicking,panic,baffled,speechless,stunned,angry,scared,begging',
      '=video,clip,it,this,post,channel ~24 clickGone! <16> clickSoon',
      '=hours,minutes,seconds,days ~20 =video,clip,this,post ~24 clickGone!',
      '=you,you_have ~12 =hours,minutes,seconds ~14 =watch,see,save ~30 clickGone!',
      "=you've_been,you_have_been,you're,you_are,we've_been,everyone_is,people_are ~50 =wrong ~4 clickAll!",
      "#percent ~34 =wrong,fail,never_notice,will_never,miss_this,get_this_wrong,have_no_idea,can't_solve,can't_see",
      "=nobody,no_one,you_are_not,you're_not,not ~8 =prepared,ready ~6 =for_what,for_this,for_the_ending,for_minute,for_that",
      '=stop ~10 =eating,drinking,using,buying,doing,wearing,taking,washing ~30 =immediately,right_now,now,today & =killing,poison,toxic,cancer,dangerous,regret,destroying,dying',
      '=number,reason,part ~1 #amount|=three,four,five,six,seven,nine,ten ~10 =shock,shocked,blow,terrify,make_you,leave_you,change,surprise,haunt',
      "=opened,looked,turned_around,checked,unlocked ~30 =gasped,screamed,went_silent,froze,couldn't_believe,speechless,was_gone",
    ],
    when: '!@clickOk:40',
    exempt: [['inQuote', 'quote']],
    source: 'glClickbait',
  }),
];
