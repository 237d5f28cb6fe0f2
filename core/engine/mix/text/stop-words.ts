/** Words that say nothing about a topic. */
const ENGLISH =
  'the and for with that this you your from are was were have has had will what when where which who how why not but all can our out ' +
  'about into just more than then they them their there here its his her him she been being also only over very some any each most ' +
  'such own same too did does doing get got one two new now our ours these those would could should because while after before ' +
  'everything anything something nothing everyone anyone someone always really still even another again already almost ' +
  "i'm i've you're don't it's that's can't let's didn't isn't video videos post official part episode";
const CHINESE =
  '我们 你们 他们 她们 它们 自己 大家 这个 那个 这些 那些 这样 那样 这么 那么 什么 怎么 怎样 如何 为什么 为何 哪里 哪个 多少 可以 不能 不会 ' +
  '没有 不是 就是 还是 但是 因为 所以 如果 虽然 而且 或者 以及 已经 正在 一个 一下 一些 一起 一直 一定 真的 非常 特别 有点 还有 只有 ' +
  '知道 觉得 感觉 时候 现在 今天 昨天 明天 之后 之前 以后 以前 然后 最后 终于 居然 竟然 原来 其实 到底 到了 起来 出来 下来 过来 上去 ' +
  '常用 所有 一切 各种 有些 这里 那里 里面 上面 下面 外面 看到 看看 听说 来了 不要 需要 应该 能够 必须 关于 对于 通过 作为 成为 进行 第一 第二 第三 也能 都会 都是 不用 不到';

export const STOP_WORDS: ReadonlySet<string> = new Set(`${ENGLISH} ${CHINESE}`.split(' '));

/** Single Chinese characters that join words rather than make them. */
export const FUNCTION_CHARACTERS: ReadonlySet<string> = new Set(
  '的了和是在我你他她它们第里也都不没有就个把被让与吗呢吧啊着过很太最更又才为到从对给用做去来上下中会能要想这那哪谁啥怎还再只别将等以及其之而且或与及每各某后前多少几两一二三四五六七八九十',
);
