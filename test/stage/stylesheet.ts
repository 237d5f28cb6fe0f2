/** What the staged pages need to behave like the real ones: things that scroll, things that are not displayed. */
export const stylesheet = `
body {
  margin: 0;
  font: 14px / 1.5 sans-serif;
  color: #161823;
  background: #f5f5f6;
}
svg {
  width: 12px;
  height: 12px;
}
.stage-frame {
  display: flex;
  min-height: 100vh;
}
.stage-menu {
  flex: none;
  width: 150px;
  padding: 12px;
  background: #fff;
}
.stage-menu ul {
  margin: 0;
  padding: 0;
  list-style: none;
}
.stage-menu li,
.stage-menu .d-menu-item {
  padding: 8px;
  cursor: pointer;
}
.stage-main {
  flex: 1;
  min-width: 0;
  padding: 12px;
}
.stage-hidden,
.douyin-creator-pc-tabs-pane-inactive {
  display: none;
}
table {
  border-collapse: collapse;
  background: #fff;
}
th,
td {
  padding: 8px;
  text-align: left;
  white-space: nowrap;
  border-bottom: 1px solid #eee;
}
.douyin-creator-pc-table-body {
  max-height: 460px;
  overflow: auto;
}
.stage-scroller,
.content.stage-list {
  height: 560px;
  overflow: auto;
}
[class*="video-card-content-"],
[class*="work-item-"],
.note-card,
.note {
  display: flex;
  gap: 12px;
  margin: 0 0 12px;
  padding: 12px;
  background: #fff;
}
[class*="metric-container-"],
[class*="work-item-"] [class*="data-"],
.note-card__row--stats,
.icon_list,
.d-pagination-pages,
.tab-list {
  display: flex;
  flex-wrap: wrap;
  gap: 16px;
}
[class*="video-card-cover-"],
.note-card__cover {
  width: 80px;
  height: 100px;
  background: #ddd;
}
.note-card__cover img {
  display: none;
}
.d-clickable {
  padding: 4px 10px;
  cursor: pointer;
  background: #fff;
}
.d-clickable.disabled {
  opacity: 0.4;
}
.note-title,
[class*="workTitle-"] > span {
  max-width: 320px;
  overflow: hidden;
  text-overflow: ellipsis;
  display: inline-block;
}
[class*="worksInfo-"] {
  min-height: 60px;
}
`;
