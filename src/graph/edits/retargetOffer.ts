import type { ScheduleEdge } from '#schedule/edges.ts';
import type { Schedule } from '#schedule/schema.ts';

import { arrowOffer, type ArrowOffer, type ArrowTarget } from './arrowOffer.ts';
import { startOfArrow } from './arrowStarts.ts';

/** What an arrow that is there can mean with its end at this node: what it means now, where it can. */
export function retargetOffer(
  schedule: Schedule,
  edge: ScheduleEdge,
  target: ArrowTarget,
): ArrowOffer {
  const offer = arrowOffer(schedule, startOfArrow(edge), target);
  if (edge.by === 'field' || offer.refusal !== null) return offer;
  const same = offer.meanings.find(({ does, refusal }) => does === edge.does && refusal === null);
  return same === undefined ? offer : { meanings: [same], likeliest: same.does, refusal: null };
}
