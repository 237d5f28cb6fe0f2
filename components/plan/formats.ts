/** Days, months and money as the plan writes them, in the creator's language. */
export interface PlanFormats {
  /** `Tue, 30 Jun 2026` of `2026-06-30`. */
  day: (day: string) => string;
  /** `June 2026` of `2026-06`. */
  month: (month: string) => string;
  money: (amount: number, currency: string) => string;
  /** At most two decimals. */
  figure: (value: number) => string;
}

export function planFormats(locale: string): PlanFormats {
  const day = new Intl.DateTimeFormat(locale, {
    weekday: 'short',
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    timeZone: 'UTC',
  });
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'long', timeZone: 'UTC' });
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const money = new Map<string, Intl.NumberFormat>();
  return {
    // Chinese runs the weekday on: 7月2日周四.
    day: (iso) => day.format(Date.parse(`${iso}T00:00:00Z`)).replace(/日(?=周)/, '日 '),
    month: (iso) => month.format(Date.parse(`${iso}-01T00:00:00Z`)),
    money: (amount, currency) => {
      const format =
        money.get(currency) ??
        new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' });
      money.set(currency, format);
      // A hyphen would let the line break behind it.
      return format.format(amount).replace('-', '−');
    },
    figure: (value) => figure.format(value),
  };
}
