// The configuration resources a client reads: single ones, and collections in the paged envelope.
import { refuse } from '../model/answer.ts';
import type { World } from '../model/types.ts';
import { workflows } from '../model/workflows.ts';
import * as resources from '../organisation/resources.ts';
import { templateLibrary } from '../organisation/template-library.ts';
import { messageTemplates } from '../organisation/templates.ts';
import type { Call, Outcome, Routes } from './routes.ts';

const ORG = '/organization/:orgId';
const MAX_PAGE = 1_000;

type Item = Readonly<Record<string, unknown>> & { readonly id: string };

const nameOf = (item: Item): string => (typeof item['name'] === 'string' ? item['name'].toLowerCase() : '');

/** `filter=id=in=(a,b)` or `id=="a"`; `search` in the name; `attributes=id,name` picks keys. */
function page(items: readonly Item[], { query, world }: Pick<Call<undefined>, 'query' | 'world'>, path: string): Outcome {
  const number = (name: string, missing: number): number => (query[name] === undefined ? missing : /^\d{1,6}$/.test(query[name]) ? Number(query[name]) : Number.NaN);
  const [wanted, size] = [number('page', 0), number('pageSize', 100)];
  if (Number.isNaN(wanted) || !(size >= 1 && size <= MAX_PAGE)) return refuse(400, 'page counts from 0, pageSize is 1 to 1000.');
  const ids = /^id(?:=in=\(([^)]*)\)|=="?([^"]*)"?)$/.exec(query['filter'] ?? '');
  const chosen = ids === null ? null : new Set((ids[1] ?? ids[2] ?? '').split(',').map((id) => id.trim().replaceAll('"', '')));
  const search = query['search']?.toLowerCase() ?? '';
  const found = items.filter((item) => (chosen === null || chosen.has(item.id)) && nameOf(item).includes(search));
  const keys = query['attributes']?.split(',').map((key) => key.trim());
  const totalPages = Math.max(1, Math.ceil(found.length / size));
  const shown = found.slice(wanted * size, (wanted + 1) * size).map((item) => (keys === undefined ? item : Object.fromEntries(keys.filter((key) => key in item).map((key) => [key, item[key]]))));
  const next = wanted + 1 < totalPages ? { next: `${path.replace(':orgId', world.organisation.id)}?page=${String(wanted + 1)}&pageSize=${String(size)}` } : {};
  return { status: 200, body: { data: shown, meta: { orgid: world.organisation.id, page: wanted, pageSize: size, totalPages, totalRecords: found.length, links: next } } };
}

/** What belongs to a business account is not to be used any more once that is gone. */
const accountOf = (world: World, account: number | undefined): { readonly assetId: string | null; readonly active: boolean } => {
  const asset = account === undefined ? undefined : [...world.assets.values()][account];
  return { assetId: asset?.id ?? null, active: asset?.removed !== true };
};

export function addConfigRoutes(routes: Routes): void {
  const collection = (path: string, items: (world: World) => readonly Item[]): void => {
    routes.either({ method: 'GET', path: `${ORG}${path}` }, (call) => page(items(call.world), call, `${ORG}${path}`));
  };
  const single = (path: string, item: (world: World, id: string) => unknown): void => {
    routes.either({ method: 'GET', path: `${ORG}${path}` }, ({ world, params }) => {
      const value = item(world, params['id'] ?? '');
      return value === null || value === undefined ? refuse(404, 'There is no such resource.') : { status: 200, body: value };
    });
  };
  const byId = (items: (world: World) => readonly Item[]) => (world: World, id: string) => items(world).find((item) => item.id === id) ?? null;

  single('', resources.organizationResource);
  for (const path of ['/user/by-ci-user-id/:id', '/v2/user/by-ci-user-id/:id', '/user/:id', '/v2/user/:id']) single(path, resources.userResource);
  collection('/v2/organization-setting', resources.organizationSettings);
  collection('/v2/tenant-configuration', resources.tenantConfigurations);
  collection('/v2/auxiliary-code', resources.auxiliaryCodes);
  collection('/v2/agent-profile', (world) => [resources.agentProfileResource(world)]);
  single('/agent-profile/:id', byId((world) => [resources.agentProfileResource(world)]));
  collection('/v2/multimedia-profile', (world) => [resources.multimediaProfileResource(world)]);
  single('/multimedia-profile/:id', byId((world) => [resources.multimediaProfileResource(world)]));
  collection('/v2/contact-service-queue', resources.queues);
  single('/v2/contact-service-queue/:id', byId(resources.queues));
  collection('/v2/team', resources.teams);
  single('/team/:id', byId(resources.teams));
  collection('/v2/site', resources.sites);
  single('/site/:id', byId(resources.sites));
  collection('/v2/message-template', (world) => templateLibrary(messageTemplates(world.clock.now()), world.organisation.templateCount).map(({ account, ...template }) => ({ ...template, ...accountOf(world, account) })));
  collection('/v2/workflow', () => workflows.map(({ id, name, description, inputs }) => ({ id, name, description, inputs })));
  // Read by Cisco's own client library; nothing in the sandbox depends on them.
  collection('/v2/org-url-mapping', () => []);
  collection('/v2/ai-feature', () => [{ id: 'none', realtimeTranscripts: { enable: false } }]);
}
