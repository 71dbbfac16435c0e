import { lazy, Suspense } from 'react';
import { Route, Switch } from 'wouter';
import type { EntityName } from '../../shared/registry.ts';
import { AchievementPage } from '../features/achievements/achievement-page.tsx';
import { AchievementsPage } from '../features/achievements/achievements-page.tsx';
import { ComparePage } from '../features/achievements/compare-page.tsx';
import { RecordAttachments } from '../features/attachments/attachments.tsx';
import { DealCommission } from '../features/commissions/deal-commission.tsx';
import { DealLinks } from '../features/deals/deal-links.tsx';
import { DealPage } from '../features/deals/deal-page.tsx';
import { DealsPage } from '../features/deals/deals-page.tsx';
import { StageEditor } from '../features/deals/stage-editor.tsx';
import { AchievementDisclosure } from '../features/disclosures/achievement-disclosure.tsx';
import { DisclosurePage } from '../features/disclosures/disclosure-page.tsx';
import { DisclosuresPage } from '../features/disclosures/disclosures-page.tsx';
import { EnterprisePage } from '../features/enterprises/enterprise-page.tsx';
import { EnterprisesPage } from '../features/enterprises/enterprises-page.tsx';
import { AchievementEvaluation } from '../features/evaluations/evaluation-card.tsx';
import { AchievementRights } from '../features/ip-rights/achievement-rights.tsx';
import { IpRightPage } from '../features/ip-rights/ip-right-page.tsx';
import { IpRightsPage } from '../features/ip-rights/ip-rights-page.tsx';
import { NeedLinks } from '../features/needs/need-links.tsx';
import { NeedPage } from '../features/needs/need-page.tsx';
import { NeedsPage } from '../features/needs/needs-page.tsx';
import { RecordNotes } from '../features/notes/notes.tsx';
import { AchievementOutcomes } from '../features/outcomes/achievement-outcomes.tsx';
import {
  AchievementCatalogue,
  CatalogueItemPage,
  CataloguePage,
} from '../features/outcomes/catalogue-page.tsx';
import { OutcomePage } from '../features/outcomes/outcome-page.tsx';
import { OutcomesPage } from '../features/outcomes/outcomes-page.tsx';
import { AchievementPackages } from '../features/packages/achievement-packages.tsx';
import { AddToPackage } from '../features/packages/add-to-package.tsx';
import { EnterprisePackages } from '../features/packages/enterprise-packages.tsx';
import { PackagePage } from '../features/packages/package-page.tsx';
import { PackagesPage } from '../features/packages/packages-page.tsx';
import { AchievementPublishing } from '../features/publishing/achievement-publishing.tsx';
import { EnterpriseHandouts } from '../features/publishing/enterprise-handouts.tsx';
import { DealSummaryButton } from '../features/reports/deal-summary-button.tsx';
import { SettingsPage } from '../features/settings/settings-page.tsx';
import { RecordTasks } from '../features/tasks/record-tasks.tsx';
import { TasksPage } from '../features/tasks/tasks-page.tsx';
import type { Filter } from '../index/query.ts';
import type { IconName } from '../ui/icon.tsx';
import type { MessageKey } from './i18n.ts';

// Charts and the import are large and not needed for the first screen's first paint.
const TodayPage = lazy(() =>
  import('../features/today/today-page.tsx').then((page) => ({ default: page.TodayPage })),
);
const ImportPage = lazy(() =>
  import('../features/importing/import-page.tsx').then((page) => ({ default: page.ImportPage })),
);
const PortfolioPage = lazy(() =>
  import('../features/ip-rights/portfolio-page.tsx').then((page) => ({
    default: page.PortfolioPage,
  })),
);
const GapsPage = lazy(() =>
  import('../features/outcomes/gaps-page.tsx').then((page) => ({ default: page.GapsPage })),
);
const DepositsPage = lazy(() =>
  import('../features/outcomes/deposits-page.tsx').then((page) => ({
    default: page.DepositsPage,
  })),
);
const EvaluationPage = lazy(() =>
  import('../features/evaluations/evaluation-page.tsx').then((page) => ({
    default: page.EvaluationPage,
  })),
);
const OnePagerPage = lazy(() =>
  import('../features/publishing/one-pager-page.tsx').then((page) => ({
    default: page.OnePagerPage,
  })),
);
const SafetyPage = lazy(() =>
  import('../features/safety/safety-page.tsx').then((page) => ({ default: page.SafetyPage })),
);
const ActivityPage = lazy(() =>
  import('../features/history/activity-page.tsx').then((page) => ({ default: page.ActivityPage })),
);
const TrashPage = lazy(() =>
  import('../features/history/trash-page.tsx').then((page) => ({ default: page.TrashPage })),
);
const PlansPage = lazy(() =>
  import('../features/commissions/plans-page.tsx').then((page) => ({ default: page.PlansPage })),
);
const PlanPage = lazy(() =>
  import('../features/commissions/plan-page.tsx').then((page) => ({ default: page.PlanPage })),
);
const CustomFieldsPage = lazy(() =>
  import('../features/settings/custom-fields/custom-fields-page.tsx').then((page) => ({
    default: page.CustomFieldsPage,
  })),
);

const RulesPage = lazy(() =>
  import('../features/settings/rules/rules-page.tsx').then((page) => ({
    default: page.RulesPage,
  })),
);

export interface NavEntry {
  readonly path: string;
  readonly label: MessageKey;
  readonly icon: IconName;
  /** Shows how many there are. */
  readonly counts?: EntityName;
  readonly countsOnly?: readonly Filter[];
  /** Further pages that stand behind the entry. */
  readonly also?: readonly string[];
}

/** Late, of today, or to be reminded of. */
const dueTasks: readonly Filter[] = [
  { field: 'doneOn', blank: true },
  {
    any: [
      { field: 'dueOn', toDays: 0 },
      { field: 'remindOn', toDays: 0 },
    ],
  },
];

/** The sidebar. A new capability is one line here and one below. */
export const navigation: readonly {
  readonly label?: MessageKey;
  readonly entries: readonly NavEntry[];
}[] = [
  {
    entries: [
      { path: '/', label: 'nav.today', icon: 'today' },
      {
        path: '/tasks',
        label: 'nav.tasks',
        icon: 'task',
        counts: 'task',
        countsOnly: dueTasks,
      },
    ],
  },
  {
    label: 'nav.work',
    entries: [
      {
        path: '/achievements',
        label: 'nav.achievements',
        icon: 'achievement',
        counts: 'achievement',
      },
      { path: '/ip-rights', label: 'nav.ipRights', icon: 'ipRight', counts: 'ipRight' },
      {
        path: '/disclosures',
        label: 'nav.disclosures',
        icon: 'disclosure',
        counts: 'disclosure',
      },
      {
        path: '/outcomes',
        label: 'nav.outcomes',
        icon: 'links',
        counts: 'outcome',
        also: ['/outcome-gaps', '/deposits', '/catalogue'],
      },
      {
        path: '/packages',
        label: 'nav.packages',
        icon: 'package',
        counts: 'achievementPackage',
      },
      { path: '/enterprises', label: 'nav.enterprises', icon: 'enterprise', counts: 'enterprise' },
      { path: '/needs', label: 'nav.needs', icon: 'need', counts: 'need' },
      {
        path: '/deals',
        label: 'nav.deals',
        icon: 'deal',
        counts: 'deal',
        countsOnly: [{ field: 'lostOn', blank: true }],
      },
      { path: '/plans', label: 'nav.plans', icon: 'plan', counts: 'commissionPlan' },
    ],
  },
  {
    label: 'nav.tools',
    entries: [
      { path: '/import', label: 'nav.import', icon: 'import' },
      { path: '/activity', label: 'nav.activity', icon: 'activity' },
      { path: '/trash', label: 'nav.trash', icon: 'trash' },
      { path: '/safety', label: 'nav.safety', icon: 'safety' },
      { path: '/settings', label: 'nav.settings', icon: 'settings' },
    ],
  },
];

/** What is kept at records of any kind. */
function RecordCards(record: { readonly kind: EntityName; readonly id: string }) {
  return (
    <>
      <RecordTasks {...record} />
      <RecordNotes {...record} />
      <RecordAttachments {...record} />
    </>
  );
}

export function Routes() {
  return (
    <Suspense fallback={null}>
      <Switch>
        <Route path="/tasks/:id?">{({ id }) => <TasksPage id={id} />}</Route>
        <Route path="/achievements">
          <AchievementsPage selectedActions={(ids) => <AddToPackage ids={ids} />} />
        </Route>
        <Route path="/achievements/compare" component={ComparePage} />
        <Route path="/achievements/:id/one-pager">
          {({ id }) => <OnePagerPage key={id} id={id} />}
        </Route>
        <Route path="/achievements/:id">
          {({ id }) => (
            <AchievementPage
              key={id}
              id={id}
              deals={<DealLinks field="achievementId" id={id} />}
              cards={
                <>
                  <AchievementDisclosure achievementId={id} />
                  <AchievementEvaluation achievementId={id} />
                  <div id="ip-rights">
                    <AchievementRights id={id} />
                  </div>
                  <AchievementPublishing id={id} />
                  <AchievementPackages id={id} />
                  <AchievementOutcomes id={id} />
                  <AchievementCatalogue achievementId={id} />
                  <RecordCards kind="achievement" id={id} />
                </>
              }
            />
          )}
        </Route>
        <Route path="/achievements/:id/evaluation">
          {({ id }) => <EvaluationPage key={id} id={id} />}
        </Route>
        <Route path="/ip-rights" component={IpRightsPage} />
        <Route path="/ip-rights/:id">
          {({ id }) => (
            <IpRightPage key={id} id={id} cards={<RecordCards kind="ipRight" id={id} />} />
          )}
        </Route>
        <Route path="/ip-portfolio" component={PortfolioPage} />
        <Route path="/disclosures" component={DisclosuresPage} />
        <Route path="/disclosures/:id">
          {({ id }) => (
            <DisclosurePage key={id} id={id} cards={<RecordCards kind="disclosure" id={id} />} />
          )}
        </Route>
        <Route path="/outcomes" component={OutcomesPage} />
        <Route path="/outcomes/:id">
          {({ id }) => (
            <OutcomePage key={id} id={id} cards={<RecordCards kind="outcome" id={id} />} />
          )}
        </Route>
        <Route path="/outcome-gaps" component={GapsPage} />
        <Route path="/deposits" component={DepositsPage} />
        <Route path="/catalogue" component={CataloguePage} />
        <Route path="/catalogue/:id">
          {({ id }) => (
            <CatalogueItemPage
              key={id}
              id={id}
              cards={<RecordCards kind="catalogueItem" id={id} />}
            />
          )}
        </Route>
        <Route path="/packages" component={PackagesPage} />
        <Route path="/packages/:id">
          {({ id }) => (
            <PackagePage
              key={id}
              id={id}
              cards={<RecordCards kind="achievementPackage" id={id} />}
            />
          )}
        </Route>
        <Route path="/enterprises" component={EnterprisesPage} />
        <Route path="/enterprises/:id">
          {({ id }) => (
            <EnterprisePage
              key={id}
              id={id}
              deals={<DealLinks field="enterpriseId" id={id} />}
              needs={<NeedLinks enterpriseId={id} />}
              cards={
                <>
                  <EnterpriseHandouts id={id} />
                  <EnterprisePackages id={id} />
                  <RecordCards kind="enterprise" id={id} />
                </>
              }
            />
          )}
        </Route>
        <Route path="/needs" component={NeedsPage} />
        <Route path="/needs/:id">
          {({ id }) => (
            <NeedPage
              key={id}
              id={id}
              deals={<DealLinks field="needId" id={id} />}
              cards={<RecordCards kind="need" id={id} />}
            />
          )}
        </Route>
        <Route path="/deals">
          <DealsPage actions={(shown) => <DealSummaryButton scope={shown} />} />
        </Route>
        <Route path="/deals/:id">
          {({ id }) => (
            <DealPage
              key={id}
              id={id}
              commission={<DealCommission dealId={id} />}
              cards={<RecordCards kind="deal" id={id} />}
              actions={<DealSummaryButton scope={{ id }} />}
            />
          )}
        </Route>
        <Route path="/plans" component={PlansPage} />
        <Route path="/plans/:id">{({ id }) => <PlanPage key={id} id={id} />}</Route>
        <Route path="/import" component={ImportPage} />
        <Route path="/activity" component={ActivityPage} />
        <Route path="/trash" component={TrashPage} />
        <Route path="/safety" component={SafetyPage} />
        <Route path="/settings/fields/:kind?">
          {({ kind }) => <CustomFieldsPage kind={kind} />}
        </Route>
        <Route path="/settings/rules/:table?">{({ table }) => <RulesPage table={table} />}</Route>
        <Route path="/settings">{() => <SettingsPage stages={<StageEditor />} />}</Route>
        <Route component={TodayPage} />
      </Switch>
    </Suspense>
  );
}
