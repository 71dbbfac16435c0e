import { type ReactNode, useEffect, useState } from 'react';
import { Link } from 'wouter';
import { useDesk } from '../data/session.ts';
import { useVault } from '../data/vault.ts';
import { forgetSwitched, readSwitched, switchBack } from '../features/safety/restore-store.ts';
import { useFailureText } from '../features/safety/use-failure-text.ts';
import { useDateWords } from '../ui/dates.ts';
import { notify } from '../ui/notify.ts';
import { sizeText } from '../ui/size.ts';
import css from './banners.module.css';
import { useWords } from './i18n.ts';

type Tone = 'alarm' | 'caution' | 'notice';

/** A line over the screen. What is an alarm is read out at once. */
function Banner({
  tone,
  children,
  action,
}: {
  readonly tone: Tone;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className={css.banner} data-tone={tone} role={tone === 'alarm' ? 'alert' : 'status'}>
      <span>{children}</span>
      {action}
    </div>
  );
}

function SafetyLink() {
  const { t } = useWords();
  return <Link href="/safety">{t('nav.safety')}</Link>;
}

/** Something that happened at the start, told until it is closed. */
function Told({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const [told, setTold] = useState(false);
  if (told) return null;
  return (
    <Banner
      tone="notice"
      action={
        <button type="button" onClick={() => setTold(true)}>
          {t('action.close')}
        </button>
      }
    >
      {children}
    </Banner>
  );
}

/** After a restore: what is on the screen now, and the way back. */
function SwitchedBanner() {
  const { t } = useWords();
  const { moment } = useDateWords();
  const failureText = useFailureText();
  const [switched, setSwitched] = useState(readSwitched);
  const left = useVault(
    ({ state }) => state?.kept.find(({ deskId }) => deskId === switched?.left)?.deskId,
  );
  if (!switched) return null;
  const close = (): void => {
    forgetSwitched();
    setSwitched(null);
  };
  const back = async (deskId: string): Promise<void> => {
    const answer = await switchBack(deskId);
    if (!answer.ok) notify.problem(failureText(answer.error));
  };
  return (
    <Banner
      tone="notice"
      action={
        <>
          {left !== undefined && (
            <button type="button" onClick={() => void back(left)}>
              {t('restore.switchBack')}
            </button>
          )}
          <button type="button" onClick={close}>
            {t('action.close')}
          </button>
        </>
      }
    >
      {switched.how === 'restored' && switched.at !== null
        ? t(left === undefined ? 'restore.doneNew' : 'restore.done', { time: moment(switched.at) })
        : t('restore.doneBack')}
    </Banner>
  );
}

const DAY = 86_400_000;
/** A stick that was away for so long is mentioned. */
const ABSENT_FOR = 7 * DAY;

function SecondPlaceBanner() {
  const { t } = useWords();
  const { moment } = useDateWords();
  const place = useVault((store) => store.secondPlace);
  if (!place || place.state === 'ready' || place.copiedAt === null) return null;
  if (Date.now() - place.copiedAt < ABSENT_FOR) return null;
  return (
    <Banner tone="notice" action={<SafetyLink />}>
      {t('banner.secondPlace', { folder: place.folder, time: moment(place.copiedAt) })}
    </Banner>
  );
}

/** What a full disk keeps apart; once there is room, loading the page anew brings it together. */
function LagBanner() {
  const { t } = useWords();
  const lag = useDesk((state) => state.lag);
  const isRoom = useVault(({ state }) => state !== null && state.space.free >= state.space.needed);
  const mends = lag !== null && isRoom;
  useEffect(() => {
    if (mends) location.reload();
  }, [mends]);
  if (!lag) return null;
  return (
    <>
      {lag.missing > 0 && (
        <Banner tone="caution">{t('banner.lag.missing', { count: lag.missing })}</Banner>
      )}
      {lag.unsent > 0 && (
        <Banner tone="caution">{t('banner.lag.unsent', { count: lag.unsent })}</Banner>
      )}
    </>
  );
}

/** What the user must know about the safety of the desk, whatever screen is shown. */
export function Banners() {
  const { t } = useWords();
  const { save, readOnly, setAside, mended, storageChanged, differs } = useDesk();
  const trouble = useVault((store) => store.trouble);
  return (
    <>
      {save.type === 'failed' && <Banner tone="alarm">{t('saved.failed.more')}</Banner>}
      {readOnly?.type === 'lowSpace' && (
        <Banner tone="alarm" action={<SafetyLink />}>
          {t('banner.lowSpace', {
            free: sizeText(readOnly.free),
            needed: sizeText(readOnly.needed),
          })}
        </Banner>
      )}
      <LagBanner />
      {differs && (
        <Banner
          tone="caution"
          action={
            <button type="button" onClick={() => location.reload()}>
              {t('banner.rebuild')}
            </button>
          }
        >
          {t('banner.differs')}
        </Banner>
      )}
      {trouble && trouble.type !== 'notSaved' && (
        <Banner tone="caution" action={<SafetyLink />}>
          {t('banner.trouble')}
        </Banner>
      )}
      <SwitchedBanner />
      {storageChanged && <Told>{t('banner.storageChanged')}</Told>}
      {mended > 0 && <Told>{t('banner.mended', { count: mended })}</Told>}
      {setAside > 0 && <Told>{t('saved.setAside', { bytes: setAside })}</Told>}
      <SecondPlaceBanner />
    </>
  );
}
