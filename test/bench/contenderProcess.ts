import { runRound, type Part } from './runRound.ts';

// A process for one contender: at each message it does a round, and answers with the figure.
process.on('message', (part: Part) => {
  void runRound(part).then((figure) => process.send?.(figure));
});
