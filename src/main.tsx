import '#ui/theme.css';

import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { App } from '#app/App.tsx';
import { linkedBeginning } from '#app/share/linkedBeginning.ts';
import { pageKind } from '#app/page.ts';
import { markLanguage, pageLanguage } from '#app/pageLanguage.ts';
import { createEmbeddedStudio } from '#store/createEmbeddedStudio.ts';
import { createStudio } from '#store/createStudio.ts';
import { pageStorage } from '#ui/pageStorage.ts';
import { speak } from '#words/words.ts';

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no element with the id root.');
const kind = pageKind(window.location.search);
if (kind.isEmbedded) pageStorage.forget();
await speak(pageLanguage());
markLanguage();
const studio = kind.isEmbedded
  ? await createEmbeddedStudio(await linkedBeginning(window.location.hash))
  : await createStudio();
createRoot(root).render(
  <StrictMode>
    <App studio={studio} kind={kind} />
  </StrictMode>,
);
