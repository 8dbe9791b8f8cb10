declare module 'virtual:words/id' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
declare module 'virtual:words/en' {
  const words: Readonly<Record<string, string>>;
  export default words;
}
