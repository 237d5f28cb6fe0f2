/** Post status and format from a page's own words, in every supported language. Whole texts only. */
import type { Format, PostStatus } from '../model/reading';
import { clean } from './clean';

/** "Unlisted" and "friends only" are neither published nor private and stay unknown; the reading keeps the page's words. */
const STATUSES: Record<PostStatus, string> = {
  published:
    '已发布|已通过|通过|审核通过|公开|公开可见|所有人可见|所有人|已公開|公開|已發布|published|public|everyone|posted|live|公開済み|投稿済み|全員|공개|게시됨|모든 사용자|전체 공개|öffentlich|veröffentlicht|alle|público|pública|publicado|publicada|todos|public|publié|publiée|tout le monde|công khai|đã đăng|mọi người|опубликовано|открытый доступ|відкритий доступ',
  private:
    '私密|私密作品|私享|仅自己可见|仅我可见|自己可见|好友可见|私人|僅限自己|private|only me|only you|非公開|自分のみ|限定公開なし|비공개|나만 보기|나만|privat|nur ich|privado|privada|solo yo|sólo yo|somente eu|apenas eu|só eu|privé|privée|moi uniquement|moi seulement|riêng tư|chỉ mình tôi|chỉ tôi|закрытый доступ|приватний доступ',
  inReview:
    '审核中|待审核|转码中|处理中|转码完成|審核中|in review|under review|reviewing|processing|pending review|審査中|処理中|검토 중|검토중|처리 중|wird überprüft|in prüfung|wird verarbeitet|en revisión|procesando|em análise|em revisão|processando|en cours d’examen|en cours de vérification|traitement en cours|đang xem xét|đang xử lý',
  rejected:
    '未通过|审核未通过|审核不通过|已锁定|已退回|已驳回|违规|未通過|rejected|removed|blocked|processing abandoned|処理を中止しました|不承認|削除済み|거부됨|삭제됨|abgelehnt|verarbeitung abgebrochen|rechazado|rechazada|rejeitado|rejeitada|refusé|refusée|bị từ chối',
  scheduled:
    '待发布|待发表|定时发布|定时发表|定时|预约发布|排程|已排定|已排程|scheduled|予約済み|公開予約|予約投稿|スケジュール設定済み|예약됨|예약|geplant|programado|programada|agendado|agendada|programmé|programmée|đã lên lịch',
  draft:
    '草稿|未发布|draft|drafts|下書き|임시글|초안|임시 저장|entwurf|entwürfe|borrador|borradores|rascunho|rascunhos|brouillon|brouillons|bản nháp|concept|concepten',
};

const FORMATS: Record<Format, string> = {
  video:
    '视频|影片|視頻|视频作品|video|videos|動画|동영상|영상|vídeo|vídeos|vidéo|facebook video|ig video|video post|native video',
  short:
    '短视频|短片|short|shorts|short video|reel|reels|ig reel|igリール動画|リール|リール動画|facebook reel|ショート|ショート動画|릴스|쇼츠|reel-video|ig-reel',
  image:
    '图文|图片|图集|圖文|相片|image|images|photo|photos|carousel|ig image|ig carousel|ig画像|igカルーセル|写真|画像|カルーセル|사진|이미지|foto|fotos|bild|bilder|karussell|imagen|imagens|imagem|carrusel|carrossel|photo|carrousel|ảnh',
  article: '文章|专栏|article|articles|newsletter|記事|artikel|artículo|artigo|bài báo',
  live: '直播|直播回放|live|live stream|livestream|live video|ライブ|ライブ配信|라이브|실시간 스트리밍|en vivo|en directo|ao vivo|en direct|trực tiếp',
  text: '文字|动态|纯文字|text|text post|テキスト|텍스트|status|nur text|texto|texte',
};

const invert = <Name extends string>(words: Record<Name, string>) =>
  new Map(
    (Object.entries(words) as [Name, string][]).flatMap(([name, list]) => list.split('|').map((word) => [word, name] as const)),
  );
let statuses: Map<string, PostStatus> | undefined;
let formats: Map<string, Format> | undefined;
const plain = (text: string) =>
  clean(text)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[.。…:]+$/, '')
    .trim();

/** By first letter, the second letters of words. */
let beginnings: Map<number, Set<number>> | undefined;
/** Whether a status may stand somewhere in a text: quick, and true too often. */
export function mayHoldStatus(text: string): boolean {
  if (!beginnings) {
    beginnings = new Map();
    for (const list of Object.values(STATUSES))
      for (const word of list.split('|')) {
        const first = word.charCodeAt(0);
        beginnings.set(first, (beginnings.get(first) ?? new Set()).add(word.charCodeAt(1)));
      }
  }
  const all = clean(text).normalize('NFC').toLowerCase();
  for (let at = 0; at < all.length - 1; at++) if (beginnings.get(all.charCodeAt(at))?.has(all.charCodeAt(at + 1))) return true;
  return false;
}

export function statusOf(text: string): PostStatus | null {
  statuses ??= invert(STATUSES);
  return statuses.get(plain(text)) ?? null;
}

export function formatOf(text: string): Format | null {
  formats ??= invert(FORMATS);
  return formats.get(plain(text)) ?? null;
}
