/**
 * The words of all languages but Chinese and English: Japanese, Korean, German, Spanish, Portuguese, French, Vietnamese, and Italian,
 * Dutch and others where a fact gives them. Importing this teaches them. A content script loads it only on a page that needs it.
 */
import { learnLabels } from './dictionary';
import { learnStatuses, type Statuses } from './status';
import type { Labels } from './words';

export const OTHER_LANGUAGES: Labels = {
  metrics: {
    views:
      'vues de vidéo|動画の視聴|ビュー|조회수|조회|동영상 조회수|aufrufe|videoaufrufe|visualizaciones|vistas|reproducciones|visualizaciones totales|visualizaciones del video|visualizaciones de video|visualizações|visualizações do vídeo|visualizações de vídeo|vues|vues de la vidéo|nombre de vues|lượt xem|lượt xem video|số lượt xem|visualizzazioni|weergaven|просмотры',
    impressions:
      'インプレッション|サムネイルのインプレッション数|노출수|노출|미리보기 이미지 노출수|impressionen|thumbnail impressionen|impresiones|impresiones de las miniaturas|impressões|impressões da miniatura|impressões das miniaturas|impressions des miniatures|lượt hiển thị|số lượt hiển thị|impressioni|vertoningen|показы',
    reach:
      'リーチ|リーチしたアカウント|도달|도달한 계정|reichweite|erreichte konten|erreichte mitglieder|alcance|cuentas alcanzadas|miembros alcanzados|contas alcançadas|membros alcançados|couverture|comptes touchés|membres touchés|lượt tiếp cận|số người tiếp cận|utenti raggiunti|copertura|bereikte leden',
    viewers:
      'ユニーク視聴者数|시청자|순 시청자수|zuschauer|einzelne zuschauer|espectadores|espectadores únicos|usuarios únicos|espectadores exclusivos|spectateurs|spectateurs uniques|người xem',
    engagedViews: 'エンゲージ ビュー|エンゲージビュー|vistas interesadas',
    likes:
      'いいね|いいねの数|いいね の数|いいねとリアクション|リアクション|좋아요|마음에 들어요|공감|좋아요 및 공감|gefällt mir angaben|gefällt mir|mag ich bewertungen|mag ich|gefällt mir angaben und reaktionen|reaktionen|me gusta|me gusta totales|likes y reacciones|me gusta y reacciones|reacciones|curtidas|curtidas e reações|marcações gostei|gostei|gostos|reações|jaime|mentions jaime|mentions jaime et réactions|réactions|lượt thích|số lượt thích|lượt thích và cảm xúc|mi piace|reazioni',
    dislikes: '싫어요|mag ich nicht bewertungen|no me gusta|marcações não gostei|não gostei|je naime pas|lượt không thích',
    comments:
      'コメント|コメントの追加回数|댓글|추가된 댓글|kommentare|hinzugefügte kommentare|comentarios|comentarios agregados|comentarios añadidos|comentarios totales|comentários|comentários adicionados|commentaires|commentaires ajoutés|bình luận|số bình luận|lượt bình luận|commenti|opmerkingen',
    replies: '답글|antworten|respuestas|respostas|réponses|lượt trả lời|risposte',
    saves:
      'veces que se guardó|ブックマーク|お気に入り|저장|북마크|즐겨찾기|gespeichert|gespeicherte beiträge|gespeicherte inhalte|lesezeichen|favoriten|guardados|veces guardado|elementos guardados|favoritos|salvamentos|itens salvos|salvos|itens guardados|enregistrements|enregistrés|favoris|signets|lượt lưu|yêu thích|salvataggi',
    shares:
      'veces que se compartió|シェア|共有された回数|공유|geteilt|geteilte inhalte|mal geteilt|teilungen|compartidos|veces compartido|elementos compartidos|contenido compartido|compartidas|veces compartida|compartilhamentos|itens compartilhados|partilhas|partages|partages totaux|lượt chia sẻ|chia sẻ|condivisioni|invii su linkedin',
    reposts: 'リポスト|리포스트|리트윗|재게시|diffusioni post|republicaciones|republicações|republications|lượt đăng lại',
    interactions:
      'インタラクション|コンテンツでのインタラクション|エンゲージメント|상호작용|참여|참여수|interaktionen|interacciones|interações|lượt tương tác',
    followersGained:
      'nouveaux followers|followers en plus|フォロー|新規フォロワー|新しいフォロー|増加したフォロワー|チャンネル登録者増加数|登録者の増加数|신규 팔로워|새 팔로워|팔로우|증가한 구독자|neue follower|follower hinzugewonnen|neue abonnenten|gewonnene abonnenten|nuevos seguidores|seguidores nuevos|seguimientos|suscriptores obtenidos|suscriptores ganados|novos seguidores|seguimentos|inscritos conquistados|inscrições recebidas|nouveaux abonnés|abonnés gagnés|follower mới|người theo dõi mới|lượt theo dõi mới|lượt theo dõi|follower acquisiti da questo post|nuovi follower',
    followersLost:
      'フォロー解除|チャンネル登録者減少数|登録者の減少数|언팔로우|감소한 구독자|verlorene abonnenten|suscriptores perdidos|seguidores perdidos|inscritos perdidos|abonnés perdus|lượt bỏ theo dõi',
    followersNet: '純フォロワー数',
    profileVisits:
      'プロフィールへのアクセス|プロフィールの表示回数|プロフィールアクセス|프로필 방문|프로필 조회수|profilaufrufe|profilbesuche|visitas al perfil|visitas ao perfil|visites du profil|visites de profil|lượt truy cập trang cá nhân|lượt xem hồ sơ|visitatori del profilo da questo post',
    linkClicks:
      'リンククリック|リンクのクリック|外部リンクのタップ|링크 클릭|외부 링크 누름|link klicks|linkklicks|clics en el enlace|clics en enlaces|toques em links externos|cliques no link|clics sur le lien|clics sur un lien|lượt nhấp vào liên kết',
    newViewers:
      '新しい視聴者|신규 시청자|neue zuschauer|usuarios nuevos|espectadores nuevos|novos espectadores|nouveaux spectateurs|người xem mới',
    returningViewers:
      'リピーター|재방문 시청자|wiederkehrende zuschauer|espectadores recurrentes|usuarios recurrentes|espectadores recorrentes|spectateurs connus|người xem cũ',
    clickThroughRate:
      'インプレッションのクリック率|サムネイルのクリック率|サムネイルのインプレッションのクリック率|クリック率|클릭률|노출 클릭률|노출수 대비 클릭률|klickrate|klickrate der impressionen|klickrate der thumbnail impressionen|tasa de clics|tasa de clics de las impresiones|porcentaje de clics de las impresiones|taxa de cliques|taxa de cliques de impressões|taxa de cliques das impressões|taux de clics|taux de clics des impressions|taux de clics par impression|taux de clics par impressions|percentuale di clic delle impressioni|klikfrequentie van vertoningen|ctr для значков видео|tỷ lệ nhấp của số lượt hiển thị|tỷ lệ nhấp|tỷ lệ nhấp của lượt hiển thị',
    completionRate:
      '전체 동영상 시청|動画をフル視聴|フル視聴率|動画を最後まで視聴|전체 시청|영상 전체 시청|gesamtes video angesehen|video vollständig angesehen|vieron el video completo|vio el video completo|assistiu ao vídeo completo|assistiram ao vídeo inteiro|vidéo regardée en entier|đã xem hết video|tỷ lệ xem hết|đã xem toàn bộ video',
    averageViewedShare:
      '평균 조회율|평균 시청 비율|durchschnittliche wiedergabe|durchschnittlich angesehen|durchschnittlich wiedergegebener prozentsatz|porcentaje promedio reproducido|porcentaje medio visto|porcentagem visualizada média|percentagem média visualizada|pourcentage moyen visionné|tỷ lệ phần trăm xem trung bình',
    stayedToWatchRate: '視聴を継続',
    engagementRate:
      'エンゲージメント率|참여율|interaktionsrate|tasa de interacción|porcentaje de interacción|taxa de engajamento|taux dengagement|tỷ lệ tương tác',
    averageWatchSeconds:
      '평균 시청 시간|평균 시청 지속 시간|평균 재생 시간|durchschnittliche wiedergabezeit|durchschnittliche wiedergabedauer|durchschn wiedergabezeit|tiempo promedio de visualización|duración promedio de vistas|duración media de las visualizaciones|tiempo medio de reproducción|tempo médio de visualização|duração média da visualização|tempo médio de reprodução|durée moyenne de visionnage|durée moyenne de visionnement|temps de visionnage moyen|thời gian xem trung bình|thời lượng xem trung bình',
    watchSeconds:
      'durée totale de lecture|시청 시간|총 재생 시간|wiedergabezeit|gesamtwiedergabezeit|tiempo de reproducción|tiempo de visualización|tiempo total de reproducción|tempo total de reprodução|tempo de exibição|tempo de visualização|durée de visionnage|temps de visionnage|durée totale de visionnage|tổng thời gian phát|thời gian xem|tempo di visualizzazione|weergavetijd|время просмотра',
    revenue: '예상 수익|geschätzter umsatz|ingresos estimados|receita estimada|revenus estimés|doanh thu ước tính',
  },
  platforms: {
    youtube: {
      followersNet:
        'チャンネル登録者|구독자|abonnenten|inscritos|suscriptores|abonnés|người đăng ký|iscritti|abonnees|subscritores|подписчики',
    },
    x: {
      shares: '共有された回数|공유',
      saves: 'ブックマーク|북마크',
    },
    linkedin: {
      impressions: 'weergaven',
      shares: 'invii su linkedin',
    },
    facebook: {
      followersGained: 'フォロー|seguidores',
    },
    instagram: {
      followersGained: 'フォロー',
    },
  },
  ignored:
    'データコメント|datenkommentar|casual viewers|メディアの再生数|詳細のクリック数|合計フォロワー|non followers|einschränkungen|restricciones|restrições',
  fields: {
    title:
      'ポスト本文|タイトル|動画のタイトル|キャプション|제목|동영상 제목|동영상|게시물|콘텐츠|titel|videotitel|beschreibung|inhalt|beitrag|título|título del video|título del vídeo|descripción|publicación|contenido|título do vídeo|descrição|publicação|postagem|conteúdo|vídeo|titre|titre de la vidéo|vidéo|contenu|tiêu đề|tiêu đề video|titolo|titolo video|titolo del video|название видео|mô tả|bài viết|bài đăng|nội dung',
    id: 'ポストid|beitrags id|identificação da publicação|identificador de la publicación',
    url: 'ポストのリンク|リンク|パーマリンク|링크|enlace|enlace permanente|enlace del video|enlace del vídeo|link do vídeo|lien de la vidéo|videolink|動画のリンク|동영상 링크|link permanente|permalien|liên kết',
    publishedAt:
      '게시일|날짜|동영상 게시 시간|veröffentlicht|veröffentlichungszeitpunkt|veröffentlichungszeitpunkt des videos|veröffentlicht am|datum|fecha|fecha de publicación|tiempo de publicación del video|hora de publicación del video|data de publicação|horário de publicação|horário de publicação do vídeo|date de publication|heure de publication|heure de publication de la vidéo|ngày|ngày đăng|thời gian đăng|data di pubblicazione|veröffentlichungsdatum|hora de publicación|hora de publicación del vídeo|horário da publicação|data pubblicazione video|data di pubblicazione del video|publicatietijd van video|publicatietijd van de video|время публикации видео|thời gian xuất bản video|data da publicação|fecha de la publicación',
    status:
      'ステータス|상태|공개 상태|공개|sichtbarkeit|datenschutz|estado|visibilidad|privacidad|visibilidade|privacidade|situação|visibilité|confidentialité|statut|chế độ hiển thị|quyền riêng tư|trạng thái',
    format:
      '投稿タイプ|タイプ|유형|게시물 유형|beitragstyp|typ|tipo|tipo de publicación|tipo de publicação|type de publication|loại|loại bài viết',
    duration: '長さ|길이|dauer|dauer (sek)|duración|duração|durée|thời lượng|durata|duur|продолжительность',
    account:
      'アカウント|アカウント名|アカウントid|アカウントのユーザーネーム|계정|konto|kontoname|konto benutzername|konto id|cuenta|conta|compte|tài khoản',
    tags: 'タグ|태그|etiquetas|schlagwörter',
  },
  account: {
    followers:
      'フォロワー|フォロワー数|合計フォロワー|トータルフォロワー数|チャンネル登録者数|팔로워|팔로워 수|총 팔로워|구독자|gesamtzahl follower|abonnenten|seguidores|total de seguidores|suscriptores|inscritos|abonnés|total des abonnés|người theo dõi|tổng số follower',
    following: 'フォロー中|팔로잉|gefolgt|siguiendo|seguindo|suivis|đang theo dõi',
    posts: '게시물|beiträge|publicaciones|publicações|bài viết',
  },
};

export const OTHER_STATUSES: Statuses = {
  statuses: {
    published:
      '公開済み|投稿済み|공개|게시됨|모든 사용자|전체 공개|öffentlich|veröffentlicht|alle|público|pública|publicado|publicada|todos|publié|publiée|tout le monde|công khai|đã đăng|mọi người|опубликовано|открытый доступ|відкритий доступ',
    private:
      '自分のみ|限定公開なし|비공개|나만 보기|나만|privat|nur ich|privado|privada|solo yo|sólo yo|somente eu|apenas eu|só eu|privé|privée|moi uniquement|moi seulement|riêng tư|chỉ mình tôi|chỉ tôi|закрытый доступ|приватний доступ',
    inReview:
      '검토 중|검토중|처리 중|wird überprüft|in prüfung|wird verarbeitet|en revisión|procesando|em análise|em revisão|processando|en cours d’examen|en cours de vérification|traitement en cours|đang xem xét|đang xử lý',
    rejected:
      '処理を中止しました|削除済み|거부됨|삭제됨|abgelehnt|verarbeitung abgebrochen|rechazado|rechazada|rejeitado|rejeitada|refusé|refusée|bị từ chối',
    scheduled:
      '予約済み|スケジュール設定済み|예약됨|예약|geplant|programado|programada|agendado|agendada|programmé|programmée|đã lên lịch',
    draft:
      '下書き|임시글|초안|임시 저장|entwurf|entwürfe|borrador|borradores|rascunho|rascunhos|brouillon|brouillons|bản nháp|concept|concepten',
  },
  formats: {
    video: '동영상|영상|vídeo|vídeos|vidéo',
    short: 'igリール動画|リール|リール動画|ショート|ショート動画|릴스|쇼츠',
    image:
      'igカルーセル|カルーセル|사진|이미지|foto|fotos|bild|bilder|karussell|imagen|imagens|imagem|carrusel|carrossel|carrousel|ảnh',
    article: 'artikel|artículo|artigo|bài báo',
    live: 'ライブ|ライブ配信|라이브|실시간 스트리밍|en vivo|en directo|ao vivo|en direct|trực tiếp',
    text: 'テキスト|텍스트|nur text|texto|texte',
  },
};

learnLabels(OTHER_LANGUAGES);
learnStatuses(OTHER_STATUSES);
