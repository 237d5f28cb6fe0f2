/** Files that are served as they are. */
declare module '*?raw' {
  const text: string;
  export default text;
}
