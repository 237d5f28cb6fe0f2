import type { reminders as english } from '../en/reminders';

export const reminders: typeof english = {
  window: (account, from) => ({ title: `${from} 起是较好的发布时间`, message: `${account}：你的作品支持这个时间，还有半小时。` }),
  backup: (days) => ({
    title: '该备份了',
    message: days === null ? '你的数据还没有备份过。' : `上次备份已是 ${days} 天前，之后有新作品。`,
  }),
  incident: (title, due) => ({ title: `${due} 到期：${title}`, message: '这是你在计划里记下的。' }),
};
