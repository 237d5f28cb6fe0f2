/**
 * The one dictionary of what dashboards and export files call things, for all languages and platforms (`facts/dashboards-*.md`,
 * `facts/export-headers.txt`, and the platforms' widely known wording). A platform's own words come first: 喜欢 is a like on Channels,
 * 收藏 a save on Bilibili, "Bookmarks" a save on X. Only whole labels match: 粉丝占比, 条均点赞 or 点赞率 are not likes.
 */
import { ACCOUNT_METRICS, type AccountMetricName, METRICS, type MetricName } from '../model/metrics';
import type { Platform } from '../model/platforms';
import { clean } from './clean';
import { unitsOfLabel } from './figures';

type Words = Partial<Record<MetricName, string>>;

/**
 * Words stand here as labels are compared (`normal`): lower case, without hyphens, quotes and other decoration.
 * zh-CN and zh-TW · en · ja · ko · de · es · pt · fr · vi · it and nl where a fact gives them.
 */
const COMMON: Words = {
  views:
    '视频观看|视频播放|vues de vidéo|播放|观看|阅读|浏览|視頻播放量|觀看次數|瀏覽次數|觀看數|点阅|views|view|video views|video view|post views|plays|total views|total plays|view count|視聴|視聴数|視聴回数|動画の視聴|閲覧|ビュー|再生数|再生回数|表示回数|조회수|조회|동영상 조회수|aufrufe|videoaufrufe|visualizaciones|vistas|reproducciones|visualizaciones totales|visualizaciones del video|visualizaciones de video|visualizações|visualizações do vídeo|visualizações de vídeo|vues|vues de la vidéo|nombre de vues|lượt xem|lượt xem video|số lượt xem|visualizzazioni|weergaven|просмотры',
  impressions:
    '曝光|展示|展现量|impressions|thumbnail impressions|post impressions|インプレッション|サムネイルのインプレッション数|노출수|노출|미리보기 이미지 노출수|impressionen|thumbnail impressionen|impresiones|impresiones de las miniaturas|impressões|impressões da miniatura|impressões das miniaturas|impressions des miniatures|lượt hiển thị|số lượt hiển thị|impressioni|vertoningen|показы|曝光次数|曝光次數',
  reach:
    '覆盖的账户|触达的账户|覆盖|覆盖人数|触达|触达人数|觸及人數|reach|accounts reached|members reached|people reached|リーチ|リーチしたアカウント|도달|도달한 계정|reichweite|erreichte konten|erreichte mitglieder|alcance|cuentas alcanzadas|miembros alcanzados|contas alcançadas|membros alcançados|couverture|comptes touchés|membres touchés|lượt tiếp cận|số người tiếp cận|utenti raggiunti|copertura|bereikte leden',
  viewers:
    '观看者|浏览者|觀看者|独立观看者|唯一身份观看者|观看人数|观众人数|觀眾人數|viewers|unique viewers|閲覧者|視聴者|ユニーク視聴者数|시청자|순 시청자수|zuschauer|einzelne zuschauer|espectadores|espectadores únicos|usuarios únicos|espectadores exclusivos|spectateurs|spectateurs uniques|người xem',
  engagedViews: 'engaged views|エンゲージ ビュー|エンゲージビュー|vistas interesadas|有效观看次数|互动观看次数',
  likes:
    '点赞和心情|赞和心情|按讚數和心情|点赞|赞|获赞|獲讚|讚|按讚數|喜欢|喜歡|likes|like|total likes|like count|likes and reactions|reactions|獲讚數和心情數|获赞数和心情数|いいね|いいねの数|いいね の数|いいねとリアクション|高評価|リアクション|좋아요|마음에 들어요|공감|좋아요 및 공감|gefällt mir angaben|gefällt mir|mag ich bewertungen|mag ich|gefällt mir angaben und reaktionen|reaktionen|me gusta|me gusta totales|likes y reacciones|me gusta y reacciones|reacciones|curtidas|curtidas e reações|marcações gostei|gostei|gostos|reações|jaime|mentions jaime|mentions jaime et réactions|réactions|lượt thích|số lượt thích|lượt thích và cảm xúc|mi piace|reazioni',
  dislikes:
    '踩|点踩|不喜欢|不喜歡|dislikes|低評価|싫어요|mag ich nicht bewertungen|no me gusta|marcações não gostei|não gostei|je naime pas|lượt không thích',
  comments:
    '新增评论|添加的评论|评论|留言|回應|評論|comments|comment|total comments|comments added|comment count|コメント|コメントの追加回数|댓글|추가된 댓글|kommentare|hinzugefügte kommentare|comentarios|comentarios agregados|comentarios añadidos|comentarios totales|comentários|comentários adicionados|commentaires|commentaires ajoutés|bình luận|số bình luận|lượt bình luận|commenti|opmerkingen',
  replies: '回复|回覆|replies|reply|返信|답글|antworten|respuestas|respostas|réponses|lượt trả lời|risposte',
  saves:
    'veces que se guardó|收藏|珍藏|儲存|saves|saved|save|favorites|favourites|bookmarks|bookmark|total bookmarks|add to favorites|total favorites|保存|ブックマーク|お気に入り|저장|북마크|즐겨찾기|gespeichert|gespeicherte beiträge|gespeicherte inhalte|lesezeichen|favoriten|guardados|veces guardado|elementos guardados|favoritos|salvamentos|itens salvos|salvos|itens guardados|enregistrements|enregistrés|favoris|signets|lượt lưu|yêu thích|salvataggi',
  shares:
    'veces que se compartió|分享|转发|轉發|shares|share|total shares|sends|sends on linkedin|シェア|共有|共有された回数|공유|geteilt|geteilte inhalte|mal geteilt|teilungen|compartidos|veces compartido|elementos compartidos|contenido compartido|compartidas|veces compartida|compartilhamentos|itens compartilhados|partilhas|partages|partages totaux|lượt chia sẻ|chia sẻ|condivisioni|invii su linkedin',
  reposts:
    '转帖|转推|轉發貼文|reposts|repost|retweets|retweet|リポスト|리포스트|리트윗|재게시|diffusioni post|republicaciones|republicações|republications|lượt đăng lại',
  bulletComments: '弹幕|彈幕|danmaku|danmu',
  coins: '投币|硬币|coins',
  interactions:
    '互动|互動|interactions|engagements|total interactions|post interactions|インタラクション|コンテンツでのインタラクション|エンゲージメント|상호작용|참여|참여수|interaktionen|interacciones|interações|lượt tương tác',
  followersGained:
    '新增订阅人数|新增订阅者|nouveaux followers|followers en plus|追蹤|涨粉|粉丝增量|吸粉|新增粉丝|净增粉丝数|新增关注|新增关注者|新粉絲|新增粉絲|new followers|followers gained|follows|new follows|subscribers gained|new subscribers|フォロー|新規フォロワー|新しいフォロー|増加したフォロワー|チャンネル登録者増加数|登録者の増加数|신규 팔로워|새 팔로워|팔로우|증가한 구독자|neue follower|follower hinzugewonnen|neue abonnenten|gewonnene abonnenten|nuevos seguidores|seguidores nuevos|seguimientos|suscriptores obtenidos|suscriptores ganados|novos seguidores|seguimentos|inscritos conquistados|inscrições recebidas|nouveaux abonnés|abonnés gagnés|follower mới|người theo dõi mới|lượt theo dõi mới|lượt theo dõi|follower acquisiti da questo post|nuovi follower|followers gained from this post',
  followersLost:
    '流失的订阅人数|流失订阅者|取关|取消关注|掉粉|unfollows|followers lost|lost followers|subscribers lost|フォロー解除|チャンネル登録者減少数|登録者の減少数|언팔로우|감소한 구독자|verlorene abonnenten|suscriptores perdidos|seguidores perdidos|inscritos perdidos|abonnés perdus|lượt bỏ theo dõi',
  followersNet:
    'subscribers (net)|subscribers net|net followers|net subscribers|純フォロワー数|净增粉丝|粉丝净增|净增粉|淨增粉絲',
  profileVisits:
    '主页访问|主页访客|主页浏览|主頁瀏覽|个人主页访问|profile visits|profile views|profile clicks|user profile clicks|profile viewers from this post|プロフィールへのアクセス|プロフィールの表示回数|プロフィールアクセス|프로필 방문|프로필 조회수|profilaufrufe|profilbesuche|visitas al perfil|visitas ao perfil|visites du profil|visites de profil|lượt truy cập trang cá nhân|lượt xem hồ sơ|visitatori del profilo da questo post',
  linkClicks:
    '链接点击|連結點擊次數|link clicks|url clicks|external link taps|website taps|リンククリック|リンクのクリック|外部リンクのタップ|링크 클릭|외부 링크 누름|link klicks|linkklicks|clics en el enlace|clics en enlaces|toques em links externos|cliques no link|clics sur le lien|clics sur un lien|lượt nhấp vào liên kết',
  newViewers:
    'new viewers|新观众|新观看者|新しい視聴者|신규 시청자|neue zuschauer|usuarios nuevos|espectadores nuevos|novos espectadores|nouveaux spectateurs|người xem mới',
  returningViewers:
    'returning viewers|回访观众|回头观众|リピーター|재방문 시청자|wiederkehrende zuschauer|espectadores recurrentes|usuarios recurrentes|espectadores recorrentes|spectateurs connus|người xem cũ',
  clickThroughRate:
    '点击率|封面点击率|封标点击率|曝光点击率|封面點擊率|點閱率|曝光點閱率|展示点击率|缩略图点击率|click through rate|click through rate (ctr)|ctr|impressions click through rate|thumbnail click through rate|impressions ctr|インプレッションのクリック率|サムネイルのクリック率|サムネイルのインプレッションのクリック率|クリック率|클릭률|노출 클릭률|노출수 대비 클릭률|klickrate|klickrate der impressionen|klickrate der thumbnail impressionen|tasa de clics|tasa de clics de las impresiones|porcentaje de clics de las impresiones|taxa de cliques|taxa de cliques de impressões|taxa de cliques das impressões|taux de clics|taux de clics des impressions|taux de clics par impression|taux de clics par impressions|percentuale di clic delle impressioni|klikfrequentie van vertoningen|ctr для значков видео|tỷ lệ nhấp của số lượt hiển thị|tỷ lệ nhấp|tỷ lệ nhấp của lượt hiển thị',
  completionRate:
    '完整观看视频|观看完整视频|看完视频|전체 동영상 시청|完播率|播放完成率|完整播放率|看完率|watched full video|full video watched|completion rate|video completion rate|動画をフル視聴|フル視聴率|視聴完了率|動画を最後まで視聴|전체 시청|영상 전체 시청|gesamtes video angesehen|video vollständig angesehen|vieron el video completo|vio el video completo|assistiu ao vídeo completo|assistiram ao vídeo inteiro|vidéo regardée en entier|đã xem hết video|tỷ lệ xem hết|đã xem toàn bộ video',
  completionRate5s: '5s完播率|5秒完播率|5 秒完播率',
  exitRate2s: '2s跳出率|2秒跳出率|2 秒跳出率',
  exitRate3s: '3s跳出率|3秒跳出率|3 秒跳出率',
  averageViewedShare:
    '平均观看百分比|平均播放占比|平均播放进度|平均播放百分比|平均觀看比例|平均观看比例|average percentage viewed|average view percentage|平均視聴率|평균 조회율|평균 시청 비율|durchschnittliche wiedergabe|durchschnittlich angesehen|durchschnittlich wiedergegebener prozentsatz|porcentaje promedio reproducido|porcentaje medio visto|porcentagem visualizada média|percentagem média visualizada|pourcentage moyen visionné|tỷ lệ phần trăm xem trung bình',
  stayedToWatchRate: 'stayed to watch|viewed (vs swiped away)|視聴を継続|継続視聴|续看率|持续观看',
  engagementRate:
    '互动率|互動率|engagement rate|エンゲージメント率|참여율|interaktionsrate|tasa de interacción|porcentaje de interacción|taxa de engajamento|taux dengagement|tỷ lệ tương tác',
  swipeAwayRate: '划走率|滑走率|swiped away',
  averageWatchSeconds:
    '平均播放时长|平均观看时长|人均观看时长|平均播放時長|平均觀看時間長度|平均观看时间|平均播放时间|average watch time|average view duration|avg watch time|average play time|avg view duration|平均視聴時間|動画平均再生時間|平均再生時間|평균 시청 시간|평균 시청 지속 시간|평균 재생 시간|durchschnittliche wiedergabezeit|durchschnittliche wiedergabedauer|durchschn wiedergabezeit|tiempo promedio de visualización|duración promedio de vistas|duración media de las visualizaciones|tiempo medio de reproducción|tempo médio de visualização|duração média da visualização|tempo médio de reprodução|durée moyenne de visionnage|durée moyenne de visionnement|temps de visionnage moyen|thời gian xem trung bình|thời lượng xem trung bình',
  watchSeconds:
    'durée totale de lecture|总播放时长|播放总时长|观看时长|总观看时长|觀看時間|观看时间|總播放時間|watch time|total play time|total watch time|play time|総再生時間|動画再生時間|再生時間|시청 시간|총 재생 시간|wiedergabezeit|gesamtwiedergabezeit|tiempo de reproducción|tiempo de visualización|tiempo total de reproducción|tempo total de reprodução|tempo de exibição|tempo de visualização|durée de visionnage|temps de visionnage|durée totale de visionnage|tổng thời gian phát|thời gian xem|tempo di visualizzazione|weergavetijd|время просмотра',
  revenue:
    '收入|收益|预估收入|預估收益|estimated revenue|your estimated revenue|revenue|earnings|est rewards|estimated rewards|推定収益|収益|예상 수익|geschätzter umsatz|ingresos estimados|receita estimada|revenus estimés|doanh thu ước tính',
  coverStars: '封标点击率星级|封面星级|封标星级',
};

/** What a word means on one platform only. An empty list takes a common meaning away. */
const PLATFORM: Partial<Record<Platform, Words>> = {
  channels: { recommends: '推荐', followersGained: '关注' },
  bilibili: { coverStars: '封标点击率' },
  weibo: { reposts: '转发' },
  youtube: {
    followersNet:
      'subscribers|订阅人数|订阅者|订阅者人数|訂閱人數|チャンネル登録者|구독자|abonnenten|inscritos|suscriptores|abonnés|người đăng ký|iscritti|abonnees|subscritores|подписчики',
  },
  tiktok: { impressions: '' },
  x: { shares: 'shares|share|shared|共有された回数|共有|공유', saves: 'bookmarks|书签|書籤|ブックマーク|북마크' },
  linkedin: {
    impressions: 'weergaven',
    shares: 'sends|sends on linkedin|invii su linkedin',
    interactions: 'engagements|social engagements',
  },
  facebook: { followersGained: 'follows|フォロー|关注|seguidores|net follows' },
  instagram: { followersGained: 'follows|フォロー|关注' },
};

/** Labels of figures that look like a metric and are none of the vocabulary's, or that belong to a part of the audience only. */
const IGNORED =
  '操作|actions|action|管理|序号|#|粉丝占比|粉丝|粉丝播放占比|游客播放占比|粉丝观看率|粉丝点击率|游客点击率|粉丝3秒跳出率|游客3秒跳出率|粉丝互动率|游客互动率|播转粉率|点赞率|评论率|弹幕率|收藏率|投币率|转发率|分享率|文案展开率|平均浏览图片|平均浏览图片数|转发聊天和朋友圈|设为铃声|设为状态|设为朋友圈封面|企微链接点击次数|企微链接点击人数|添加到通讯录次数|添加到通讯录人数|周期内投稿量|条均点击率|条均5s完播率|条均2s跳出率|条均播放时长|播放量中位数|条均点赞数|条均评论量|条均分享量|data comment|データコメント|datenkommentar|average views per viewer|casual viewers|regular viewers|hypes|hype points|likes (vs dislikes)|post subscribers|shown in feed|3 second views|media views|detail expands|hashtag clicks|permalink clicks|メディアの再生数|詳細のクリック数|offsite views|clicks|campaign name|posted by|campaign start date|campaign end date|audience|profile activity|accounts engaged|total followers|合計フォロワー|followers|non followers|restrictions|限制|限制条件|制限|einschränkungen|restricciones|restrições';

type Field = 'title' | 'id' | 'url' | 'publishedAt' | 'status' | 'format' | 'duration' | 'account' | 'tags' | 'ignored';

const FIELDS: Record<Exclude<Field, 'ignored'>, string> = {
  title:
    '标题|作品|作品名称|作品标题|作品描述|作品信息|视频标题|视频描述|笔记标题|笔记|笔记基础信息|内容|視頻|视频|帖子|標題|title|video title|video|content|post|posts|post text|post title|tweet text|description|caption|name|タイトル|動画のタイトル|動画|説明|投稿|キャプション|제목|동영상 제목|동영상|게시물|콘텐츠|titel|videotitel|beschreibung|inhalt|beitrag|título|título del video|título del vídeo|descripción|publicación|contenido|título do vídeo|descrição|publicação|postagem|conteúdo|vídeo|titre|titre de la vidéo|vidéo|publication|contenu|tiêu đề|tiêu đề video|影片標題|titolo|titolo video|titolo del video|название видео|mô tả|bài viết|bài đăng|nội dung',
  id: '视频id|作品id|笔记id|id|post id|tweet id|video id|content id|投稿id|beitrags id|identificação da publicação|identificador de la publicación|bvid|bv号',
  url: '链接|作品链接|视频链接|笔记链接|url|link|permalink|video link|post link|post url|tweet permalink|リンク|パーマリンク|링크|enlace|enlace permanente|enlace del video|enlace del vídeo|link do vídeo|lien de la vidéo|videolink|動画のリンク|동영상 링크|link permanente|permalien|url post|liên kết',
  publishedAt:
    '发布时间|首次发布时间|发布日期|投稿时间|上传时间|创建时间|时间|發布時間|發佈時間|發布日期|發佈日期|日期|date|date published|published|publish time|post time|posted|video publish time|created date|post publish date|time posted|published at|公開日|公開時間|公開時刻|動画公開時刻|投稿日時|日付|投稿日|게시일|날짜|동영상 게시 시간|veröffentlicht|veröffentlichungszeitpunkt|veröffentlichungszeitpunkt des videos|veröffentlicht am|datum|fecha|fecha de publicación|tiempo de publicación del video|hora de publicación del video|data|data de publicação|horário de publicação|horário de publicação do vídeo|date de publication|heure de publication|heure de publication de la vidéo|ngày|ngày đăng|thời gian đăng|data di pubblicazione|veröffentlichungsdatum|视频发布时间|影片發布時間|hora de publicación|hora de publicación del vídeo|horário da publicação|data pubblicazione video|data di pubblicazione del video|publicatietijd van video|publicatietijd van de video|время публикации видео|thời gian xuất bản video|date posted|publication date|data da publicação|fecha de la publicación|上传日期',
  status:
    '状态|审核状态|发布状态|作品状态|可见性|公开范围|公开设置|隐私|隐私设置|瀏覽權限|狀態|隱私|status|visibility|privacy|公開設定|ステータス|公開範囲|상태|공개 상태|공개|sichtbarkeit|datenschutz|estado|visibilidad|privacidad|visibilidade|privacidade|situação|visibilité|confidentialité|statut|chế độ hiển thị|quyền riêng tư|trạng thái',
  format:
    '体裁|类型|作品类型|笔记类型|笔记体裁|內容類型|類型|type|post type|content type|format|種類|投稿タイプ|タイプ|유형|게시물 유형|beitragstyp|typ|tipo|tipo de publicación|tipo de publicação|type de publication|loại|loại bài viết',
  duration:
    '时长|作品时长|视频时长|時長|duration|length|duration (sec)|長さ|時間|時間(秒)|길이|dauer|dauer (sek)|duración|duração|durée|thời lượng|durata|duur|時間長度|продолжительность',
  account:
    '账号|账号名称|帐号|帳號|account|account name|account username|account id|アカウント|アカウント名|アカウントid|アカウントのユーザーネーム|계정|konto|kontoname|konto benutzername|konto id|cuenta|conta|compte|tài khoản',
  tags: '标签|话题|標籤|tags|hashtags|タグ|태그|etiquetas|schlagwörter',
};

/** Account-level words that are no metric of a post. */
const ACCOUNT: Partial<Record<AccountMetricName, string>> = {
  followers:
    '粉丝|粉丝数|粉丝量|总粉丝数|粉丝总数|关注者|关注者总数|粉絲|粉絲數|followers|total followers|subscribers|total subscribers|current subscribers|フォロワー|フォロワー数|合計フォロワー|トータルフォロワー数|チャンネル登録者数|팔로워|팔로워 수|총 팔로워|구독자|gesamtzahl follower|follower|abonnenten|seguidores|total de seguidores|suscriptores|inscritos|abonnés|total des abonnés|người theo dõi|tổng số follower',
  following: '关注|关注数|正在关注|following|フォロー中|팔로잉|gefolgt|siguiendo|seguindo|suivis|đang theo dõi',
  posts:
    '作品|作品数|作品总数|发布作品数|笔记数|视频数|投稿量|posts|videos|投稿数|게시물|beiträge|publicaciones|publicações|publications|bài viết',
};

/** Letters that separate or decorate, taken out before labels are compared. */
const DECORATION = /["'“”„«»「」『』‘’*?!.。:,;↑↓▲▼△▽▾▴↕ⓘ]/g;

/** One spelling per label: no case, no hyphens, no decoration, no unit in brackets at the end. */
function normal(label: string, dropUnit: boolean): string {
  let text = clean(label).normalize('NFC').toLowerCase();
  if (dropUnit) text = text.replace(/\s*\([^()]*\)\s*$/, '');
  return clean(text.replace(DECORATION, '').replace(/[‐‑‒–—-]/g, ' '));
}

function dictionary<Name extends string>(
  words: Partial<Record<Name, string>>,
  into = new Map<string, Name>(),
): Map<string, Name> {
  for (const [name, list] of Object.entries(words) as [Name, string][])
    for (const word of list.split('|')) if (word !== '') into.set(word, name);
  return into;
}

let common: Map<string, MetricName> | undefined;
let ignored: Set<string> | undefined;
let fields: Map<string, Exclude<Field, 'ignored'>> | undefined;
let account: Map<string, AccountMetricName> | undefined;
const byPlatform = new Map<Platform, Map<string, MetricName>>();

function lookUp(label: string, platform: Platform | null): MetricName | null {
  if (platform !== null) {
    let own = byPlatform.get(platform);
    if (!own) {
      own = dictionary<MetricName>(PLATFORM[platform] ?? {});
      byPlatform.set(platform, own);
    }
    const found = own.get(label) ?? own.get(withoutCounter(label));
    if (found) return found;
  }
  common ??= dictionary<MetricName>(COMMON);
  return common.get(label) ?? common.get(withoutCounter(label)) ?? null;
}

/** 点赞量, 点赞数, 点赞次数 and 点赞 are one label, as are 댓글 수 and 댓글. People (人数) are counted apart from views. */
const withoutCounter = (label: string) => label.replace(/(?:次数|次數|件数|回数|量|数|數| 수)$/, '');

/**
 * The metric a label stands for, or null: unknown, or known not to be one. A unit in brackets must fit the metric: `Likes (%)` is a
 * share of something and not the likes.
 */
export function metricOfLabel(label: string, platform: Platform | null): MetricName | null {
  const whole = lookUp(normal(label, false), platform);
  if (whole) return whole;
  const units = unitsOfLabel(label);
  const metric = lookUp(normal(label, true), platform);
  if (!metric || Object.keys(units).length === 0) return null;
  const { unit } = METRICS[metric];
  const fits = units.percent ? unit === 'ratio' : units.seconds ? unit === 'seconds' : unit === 'money';
  return fits ? metric : null;
}

/** The account-level figure a label stands for. Where one word is both (粉丝增量), the metric's meaning holds. */
export function accountMetricOfLabel(label: string, platform: Platform | null): AccountMetricName | null {
  account ??= dictionary<AccountMetricName>(ACCOUNT);
  const own = account.get(normal(label, false));
  if (own) return own;
  const metric = metricOfLabel(label, platform);
  return metric !== null && (ACCOUNT_METRICS as readonly string[]).includes(metric) ? (metric as AccountMetricName) : null;
}

/** What a header that is no metric stands for; `ignored` for one that is known and not read; null for an unknown one. */
export function fieldOfLabel(label: string): Field | null {
  fields ??= dictionary(FIELDS);
  ignored ??= new Set(dictionary({ ignored: IGNORED }).keys());
  const name = normal(label, false);
  return (
    fields.get(name) ??
    (ignored.has(name) || ignored.has(normal(label, true)) ? 'ignored' : (fields.get(normal(label, true)) ?? null))
  );
}
