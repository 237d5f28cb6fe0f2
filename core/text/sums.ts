import { clean } from './clean';

/** What tables and files call the row that sums up all others, or gives their mean. */
const WORDS = new Set(
  '合计|合計|总计|總計|共计|总和|汇总|小计|平均值|均值|average|total|totals|grand total|overall|sum|gesamt|gesamtsumme|summe|insgesamt|total general|totales|totais|total geral|totaux|totale|totaal|합계|총계|전체|총합|итого|всего|разом|усього|suma|razem|celkem|összesen|totalt|i alt|yhteensä|toplam|jumlah|tổng|tổng cộng|tổng số|รวม|المجموع|الإجمالي|कुल'.split(
    '|',
  ),
);

export const isTotal = (cell: string): boolean =>
  cell.length <= 20 &&
  WORDS.has(
    clean(cell)
      .normalize('NFC')
      .toLowerCase()
      .replace(/[:：]$/, ''),
  );
