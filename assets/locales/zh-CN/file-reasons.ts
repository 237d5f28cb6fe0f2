/** 读文件时没有读懂的原因。读取程序用英文说明（`core/importers`、`core/text/figures.ts`），这里按句子逐条译出；`$1` 是原句里的内容。 */
import { daysIn } from '../days';

const REASONS: readonly (readonly [RegExp, string])[] = [
  // 一行或一格
  [/^the total of all rows$/, '全部行的合计，不是作品'],
  [
    /^its figures are those since (\S+), and the post is older: they are left out; export with the whole lifetime as period$/,
    '文件里只有$1以来的数据，作品发布得更早：数据没有采用，作品本身照常加入。请选“全部时间”再导出一次。',
  ],
  [
    /^its figures are those since (\S+), and the post has no date: they are left out; export with the whole lifetime as period$/,
    '文件里只有$1以来的数据，作品没有日期：数据没有采用，作品本身照常加入。请选“全部时间”再导出一次。',
  ],
  [/^cut off: (\d+) cells under (\d+) columns$/, '不完整：$2 列只有 $1 格'],
  [/^(\d+) cells under (\d+) columns$/, '$2 列却有 $1 格'],
  [/^cut off: "(.*)" (?:is not|may not be) the whole cell$/, '不完整：“$1”后面可能还有内容'],
  [/^a quotation mark in it is not closed as in a CSV: its cells cannot be told apart$/, '引号没有成对，分不清各格'],
  [/^the column (.*) stands twice$/, '“$1”这一列出现了两次'],
  [/^no post: neither id nor title nor time$/, '不是作品：没有编号、标题，也没有时间'],
  [/^two columns disagree about (.*)$/, '两列的“$1”互相矛盾'],
  [/^the id (.*) is not the link's$/, '编号 $1 和链接里的不一致'],
  [/^the id (.*) lost its last digits in a spreadsheet$/, '编号 $1 的末几位在表格软件里丢了'],
  [/^unknown platform "(.*)"$/, '不认识的平台“$1”'],
  [/^(.*) "(.*)" is no (?:time|date|day that can be read in one way)$/, '$1“$2”不是看得懂的时间'],
  [/^"(.*)" is no day that can be read in one way$/, '“$1”不是看得懂的日期'],
  [/^(.*) "(.*)" is no .*$/, '$1“$2”不合格式'],
  [/^"(.*)": the day cannot be read$/, '“$1”的日期看不懂'],
  [/^the date "(.*)" cannot be read; the post is taken without it$/, '日期“$1”看不懂：作品照常加入，不带日期'],
  [/^no day and hour that can be read$/, '没有看得懂的日期和钟点'],
  [/^publish time "(.*)" is no date that can be read in one way$/, '发布时间“$1”不是看得懂的日期'],
  [/^publish time "(.*)" lies further ahead than anything is scheduled$/, '发布时间“$1”太远，不可能是排期'],
  [/^publish time "(.*)" has day and month in the wrong order, as its id shows$/, '发布时间“$1”日月颠倒：按编号更正了'],
  [/^publish time "(.*)" is before the day its id was made$/, '发布时间“$1”早于编号生成的日子'],
  [/^publish time "(.*)" has a year that is not the post’s$/, '发布时间“$1”的年份不是作品的'],
  [
    /^"(.*)" lost its letters when the file was saved anew: the title is not taken; save it as "CSV UTF-8"$/,
    '“$1”在另存时丢了文字：没有采用标题。请另存为“CSV UTF-8”。',
  ],
  [
    /^"(.*)" lost its letters when the file was saved anew: the post cannot be told; save it as "CSV UTF-8"$/,
    '“$1”在另存时丢了文字，分不清是哪条作品。请另存为“CSV UTF-8”。',
  ],
  [/^not JSON: the line is cut off or broken$/, '不是 JSON：这一行不完整或已损坏'],
  [/^(.*): no row has column names this version knows$/, '$1：没有认识的列名'],
  // 一个数字
  [/^more digits than a figure can have$/, '位数多得不像一个数字'],
  [/^rounded to nothing$/, '约得只剩零'],
  [/^not a number$/, '不是数字'],
  [/^more than five stars$/, '超过五星'],
  [/^unknown unit$/, '不认识的单位'],
  [/^not a whole number$/, '不是整数'],
  [/^not a count$/, '不是个数'],
  [/^not a share$/, '不是比例'],
  [/^a share without a percent sign$/, '比例没有百分号'],
  [/^more than 100 %$/, '超过 100%'],
  [/^not a duration$/, '不是时长'],
  [/^a duration without its unit$/, '时长没有单位'],
  [/^not an amount$/, '不是金额'],
  [/^an amount in an unknown currency$/, '不认识的币种'],
  [/^no number, or not one alone$/, '没有数字，或不止一个'],
  // 整个文件
  [
    /^This table has no column "date" or none called "amount"\. .*$/,
    '表格里没有“date”或“amount”这一列。第一行要写列名：date、type、scene、board、amount、currency、note。',
  ],
  [/^This file is empty\.$/, '文件是空的。'],
  [/^(.*) is a Parquet file, which is for other programs: .*$/, '$1 是供其他程序用的 Parquet 文件：请导入 CSV、工作簿或备份。'],
  [/^(.*) is a web page, not a table: .*$/, '$1 是网页，不是表格：用表格软件打开，另存为 .xlsx 或 CSV 再导入。'],
  [/^(.*) is not a file this version understands: no row has column names it knows\.$/, '没能看懂 $1：没有一行是认识的列名。'],
  [
    /^(.*) looks like a table of posts, but does not say of which platform: choose the platform and try again\.$/,
    '$1 像是作品表格，但没有写是哪个平台：请选择平台后再读一次。',
  ],
  [/^This is not a backup of Post Almanac\.$/, '这不是 Post Almanac 的备份。'],
  [/^This backup was made by a newer version of Post Almanac: .*$/, '备份来自更新的版本：请先更新扩展。'],
  [/^This backup is cut off: its end is missing\. Nothing was restored\.$/, '备份不完整，缺少结尾。什么都没有恢复。'],
  [/^This backup is damaged: .*$/, '备份已损坏：内容和写入时不同。什么都没有恢复。'],
  [/^This file ends in the middle of a quoted cell: .*$/, '文件在一格中间断了，好像不完整。请重新导出。'],
  [
    /^The encoding of this file is not understood: save it as "CSV UTF-8" and try again\.$/,
    '看不懂文件的编码：请另存为“CSV UTF-8”再试。',
  ],
  [/^This is a raw copy of the data, for repair: .*$/, '这是修复用的原样副本，不能导入。请导入或恢复备份。'],
  [
    /^No line of this JSON file is a reading of Post Almanac \(line (\d+): .*\)\.$/,
    '这个 JSON 文件里没有本扩展的读数（从第 $1 行起）。',
  ],
  [
    /^This export of Meta Business Suite does not say whether it is of Instagram or Facebook: choose the platform\.$/,
    '这份 Meta Business Suite 文件没有写是 Instagram 还是 Facebook：请选择平台。',
  ],
  [/^This archive is damaged or cut off: export it again\.$/, '压缩包已损坏或不完整：请重新导出。'],
  [/^This file is damaged: its compressed data cannot be read\.$/, '文件已损坏：压缩的数据读不出来。'],
  [/^This file is cut off: its compressed data has no end\.$/, '文件不完整：压缩的数据没有结尾。'],
  [
    /^This file is too large to be read in one piece: export a shorter time or fewer posts at once, and import the files one after the other\.$/,
    '文件太大，没法一次读完：请缩短导出的时间范围，或者分几次导出，再逐个导入。',
  ],
  [
    /^This file unpacks to far more than a backup of Post Almanac holds\. Nothing was restored\.$/,
    '文件解压后远远大于本扩展的备份，没有恢复任何内容。',
  ],
  [/^it has more columns than are read: the last ones are left out$/, '列数太多，读不到最后的几列'],
  [/^This workbook is of a very old Excel: .*$/, '这是很旧的 Excel 文件：打开后另存为 .xlsx 或 CSV 再导入。'],
  [/^This workbook is protected with a password: .*$/, '工作簿有密码：去掉密码另存后再试。'],
  [
    /^This is an Office file without a workbook that can be read: .*$/,
    '这个 Office 文件里没有能读的工作簿：打开后另存为 .xlsx 或 CSV 再导入。',
  ],
  [/^This workbook holds no sheet that can be read\.$/, '工作簿里没有能读的表。'],
  [/^This workbook is damaged.*$/, '工作簿已损坏或不完整：请重新导出。'],
  [
    /^This is YouTube’s chart, the figures of single days: .*$/,
    '这是 YouTube 的图表数据（按天）：请导入“Table data.csv”或整个 ZIP。',
  ],
  [
    /^Under "(.*)" of this YouTube table stand no video ids: export it again\.$/,
    'YouTube 表格的“$1”一列里没有视频编号：请重新导出。',
  ],
  [
    /^This YouTube table is by "(.*)", not by video: .*$/,
    '这份 YouTube 表格按“$1”排列，不是按视频：在高级模式里选“内容”再导出。',
  ],
];

const { day } = daysIn('zh-CN');
const inWords = (text: string) => text.replace(/\b\d{4}-\d{2}-\d{2}\b/g, (iso) => day(iso));

/** 译成中文；没有译文的照原样。前面的文件名、标题或格子（`名称: …`）保留。 */
export function fileReason(text: string): string {
  for (const [pattern, chinese] of REASONS) {
    const found = pattern.exec(text);
    if (found) return inWords(chinese.replace(/\$(\d)/g, (_, at: string) => found[Number(at)] ?? ''));
  }
  for (const { index } of text.matchAll(/: /g)) {
    const rest = text.slice(index + 2);
    const said = fileReason(rest);
    if (said !== rest) return `${text.slice(0, index).replace(/ ?"(.*)"$/, '“$1”')}：${said}`;
  }
  return text;
}
