/** The part of jStat that the tests compare with; the package brings no types. */
declare module 'jstat' {
  interface Distribution {
    cdf(x: number, ...parameters: number[]): number;
    pdf(x: number, ...parameters: number[]): number;
    inv(p: number, ...parameters: number[]): number;
  }
  const jStat: {
    normal: Distribution;
    beta: Distribution;
    gamma: Distribution;
    studentt: Distribution;
    binomial: Distribution;
    gammaln(x: number): number;
    det(rows: number[][]): number;
  };
  export default jStat;
}
