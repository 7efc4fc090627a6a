import { runRound, type Part } from '../runRound.ts';

// A worker for one contender: at each message it does a round, and answers with the figure.
addEventListener('message', ({ data }: MessageEvent<Part>) => {
  runRound(data).then(
    (figure) => postMessage(figure),
    (error: unknown) => reportError(error),
  );
});
