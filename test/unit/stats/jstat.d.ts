/** The part of jStat that the tests compare with; the package brings no types. */
declare module 'jstat' {
  interface Distribution {
    cdf(x: number, ...parameters: number[]): number;
  }
  const jStat: {
    normal: Distribution;
    beta: Distribution;
    studentt: Distribution;
    binomial: Distribution;
    gammaln(x: number): number;
    det(rows: number[][]): number;
  };
  export default jStat;
}
