import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconReplace } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { type ItemOf, reading } from '../../api/reading';
import { Toolbar } from '../../parts/page';
import { useAddress } from '../../parts/search';
import { SubmitError } from '../../parts/submit-error';
import { ChangeState } from './change-state';

type Stall = ItemOf<'/api/v1/markets/{id}/stalls'>;
type Filters = Record<string, string | undefined>;

/** Stalls chosen for something that is done to all of them, by id. */
export type ChosenStalls = ReadonlyMap<string, Stall>;

interface ChosenBarProps {
  marketId: string;
  chosen: ChosenStalls;
  setChosen: (chosen: ChosenStalls) => void;
}

/** What can be done with the chosen stalls; a whole zone is chosen by filtering the list. */
export function ChosenBar({ marketId, chosen, setChosen }: ChosenBarProps) {
  const t = useTranslations('stalls');
  const [address] = useAddress();
  const [isChanging, { open, close }] = useDisclosure(false);
  const collect = useMutation({
    mutationFn: () => stallsOf(marketId, address),
    onSuccess: (stalls) => setChosen(new Map(stalls.map((stall) => [stall.id, stall]))),
  });
  const none = () => setChosen(new Map());
  return (
    <Toolbar>
      <Group gap="sm">
        <span aria-live="polite">{t('chosen', { count: chosen.size })}</span>
        <Button variant="subtle" loading={collect.isPending} onClick={() => collect.mutate()}>
          {t('chooseListed')}
        </Button>
        {chosen.size > 0 && (
          <Button variant="subtle" onClick={none}>
            {t('chooseNone')}
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconReplace size={17} />}
          disabled={chosen.size === 0}
          onClick={open}
        >
          {t('states.change')}
        </Button>
      </Group>
      <SubmitError error={collect.error} />
      {isChanging && <ChangeState stalls={[...chosen.values()]} onClose={close} onDone={none} />}
    </Toolbar>
  );
}

// As many as one request may change.
const MOST = 2000;
const PAGE = 200;

/** All that the list holds as it is filtered now, on whatever page. */
async function stallsOf(marketId: string, filters: Filters): Promise<Stall[]> {
  const { q, zoneId, state, goodsGroup } = filters;
  const stalls: Stall[] = [];
  let cursor: string | undefined;
  do {
    const asked = reading('/api/v1/markets/{id}/stalls', {
      path: { id: marketId },
      query: { q, zoneId, state, goodsGroup, standing: 'now', limit: PAGE, cursor },
    });
    const page = await asked.queryFn({ signal: new AbortController().signal });
    stalls.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && stalls.length < MOST);
  return stalls.slice(0, MOST);
}
