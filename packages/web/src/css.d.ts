declare module '*.css';
declare module '*.css?url' {
  const address: string;
  // biome-ignore lint/style/noDefaultExport: what a module of Vite is
  export default address;
}
