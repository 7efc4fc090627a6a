import '#ui/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#app/App.tsx';
import { languageFor, speak } from '#words/words.ts';
import { createStudio } from '#store/createStudio.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
// What is translated so far: the lessons and the callback chain.
await speak(languageFor(navigator.languages));
const studio = await createStudio();
createRoot(root).render(
  <StrictMode>
    <App studio={studio} />
  </StrictMode>,
);
