import type { overlay as english } from '../en/overlay';

export const overlay: typeof english = {
  name: 'Post Almanac',
  captured: (captured, expected) => `已记录 ${captured} / ${expected}`,
  capturedOnly: (captured) => `已记录 ${captured}`,
  fresh: (posts) => `新增 ${posts}`,
  looking: '正在查找作品…',
  empty: '本页还没有作品',
  unsupported: '未识别的页面布局：这里不读取任何数据',
  paused: '本页已暂停记录',
  pausedWhy: '本页的数字互相矛盾，因此不再记录。重新打开页面可再次尝试。',
  saving: (readings) => `正在保存 ${readings}`,
  problem: '尚未保存，正在重试',
  refusedRows: (rows) => `${rows} 条未能识别，未记录`,
  scrollForMore: '继续滚动或翻页即可记录其余作品。',
  open: '在页面旁打开 Post Almanac',
  useToolbar: '请点击浏览器工具栏上的 Post Almanac 按钮查看建议。',
  contextLost: 'Post Almanac 已更新，请刷新此标签页后继续。',
  details: '详情',
  close: '关闭',
};
