import { errorsOf } from '@cho40/kernel';

export const cardsError = errorsOf('cards', {
  marketNotFound: 'not-found',
  zoneNotFound: 'not-found',
  stallNotFound: 'not-found',
  cardNotFound: 'not-found',
  sheetNotFound: 'not-found',
  noLiveAccount: 'conflict', // no account is approved and proven: a card would lead nowhere
  tooManyCards: 'invalid', // more than one sheet holds: zone by zone
  nothingToPrint: 'conflict', // every stall asked for has its valid card
  reasonMissing: 'invalid', // a valid card is printed again only for a reason
  noteMissing: 'invalid', // another reason than those named is said in words
  cardNotInUse: 'conflict', // not yet delivered, replaced or revoked already
});
