import { GraphiQL } from 'graphiql';
import 'graphiql/style.css';
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import './page.css';

const mount = document.querySelector<HTMLMetaElement>('meta[name="image-explorer-mount"]')?.content ?? '';
const container = document.querySelector('#graphiql');

/** Sends an operation to the endpoint of this mount, with the header that its forgery check asks for. */
async function fetcher(request: unknown): Promise<unknown> {
  const response = await fetch(`${mount}/graphql`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', 'x-image-explorer': '1' },
    body: JSON.stringify(request),
  });
  return response.json();
}

if (container) createRoot(container).render(createElement(GraphiQL, { fetcher }));
