// React is used for this one page only; its type packages are not worth a dependency.
declare module 'react' {
  export function createElement(component: unknown, props: object): unknown;
}
declare module 'react-dom/client' {
  export function createRoot(container: Element): { render(element: unknown): void };
}
