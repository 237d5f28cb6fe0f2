import type { sample as english } from '../en/sample';

export const sample: typeof english = {
  platform: 'douyin',
  account: '林间小屋（示例）',
  pillars: ['小院种植', '慢厨房', '动手做'],
  titles: [
    ['阳台种番茄，第 {n} 天', 'experience', 0],
    ['种罗勒我踩过的五个坑', 'knowledge', 0],
    ['早上摸了一把土，忽然就安静下来', 'emotion', 0],
    ['你家哪个角落光线最好？', 'interaction', 0],
    ['一口锅、一盏灯、一个晚上：扁豆炖菜', 'experience', 1],
    ['面包总发不起来，原来差在这一步', 'knowledge', 1],
    ['把外婆的李子酱做法记下来了', 'emotion', 1],
    ['累的时候你会做哪道菜？', 'interaction', 1],
    ['旧椅子改书架，第 {n} 步', 'experience', 2],
    ['工作台上最常用的三种绳结', 'knowledge', 2],
    ['拆掉重织的那件毛衣', 'emotion', 2],
    ['这个月你修好了什么？给我看看', 'interaction', 2],
  ],
  flagged: '这是全网最好的锅，今晚小黄车见',
};
