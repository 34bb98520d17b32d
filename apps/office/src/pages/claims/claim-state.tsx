import { useTranslations } from 'use-intl';
import type { ItemOf } from '../../api/reading';
import { StatusBadge, type Tone } from '../../parts/status-badge';

export type Claim = ItemOf<'/api/v1/claims'>;

const tones: Record<Claim['state'], Tone> = { open: 'waiting', found: 'good', refused: 'quiet' };

export const claimStates = Object.keys(tones) as Claim['state'][];

/** Where a claim stands; one that waits longer than promised says so. */
export function ClaimState({ claim }: { claim: Pick<Claim, 'state' | 'isOverdue'> }) {
  const t = useTranslations('claims');
  if (claim.isOverdue) return <StatusBadge tone="bad">{t('isOverdue')}</StatusBadge>;
  return <StatusBadge tone={tones[claim.state]}>{t(`stateValue.${claim.state}`)}</StatusBadge>;
}

/** Who claims: a stall with its vendor, or a ticket; in full and as its short name. */
export function useClaimant() {
  const t = useTranslations('claims');
  return ({ stallCode, vendorName, ticketNumber }: ClaimOf): { full: string; short: string } => {
    if (ticketNumber !== null) {
      const ticket = t('ticketOf', { number: ticketNumber });
      return { full: ticket, short: ticket };
    }
    const stall = stallCode ?? '';
    return { full: t('stallOf', { stall, vendor: vendorName ?? '' }), short: stall };
  };
}
type ClaimOf = Pick<Claim, 'stallCode' | 'vendorName' | 'ticketNumber'>;
