import '#ui/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#app/App.tsx';
import { markLanguage, pageLanguage } from '#app/pageLanguage.ts';
import { speak } from '#words/words.ts';
import { createStudio } from '#store/createStudio.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
await speak(pageLanguage());
markLanguage();
const studio = await createStudio();
createRoot(root).render(
  <StrictMode>
    <App studio={studio} />
  </StrictMode>,
);
