// S8: an agent's own photo for a card, over the real bridge and through Electron's own decoder, fits Apple's limits when it arrives.
import { expect, test } from '../fixtures/app.ts';
import { openChat } from '../pages/customer.ts';
import { workspaceOf } from '../pages/workspace.ts';

const MAX_PICTURE_BYTES = 200_000;

interface Entry { readonly kind: string; readonly message?: { readonly channelParams: { readonly apple?: { readonly richLinkData?: { readonly title: string; readonly assets: { readonly image?: { readonly data: string; readonly mimeType: string } } } } } } }

test('S8 a photo of any size becomes a small PNG in the card that is sent, and what is no picture is refused', async ({ page, sandbox }) => {
  const desk = workspaceOf(page);
  await desk.ready();
  await desk.goAvailable();
  const { taskId } = await openChat(sandbox, 'Hello');
  await desk.accept('Melissa Jansen');
  await expect(desk.transcript.getByText('Hello')).toBeVisible();

  const answers = await page.evaluate(async (task) => {
    // A photo that compresses badly, as a camera would give it.
    const canvas = new OffscreenCanvas(2_400, 1_600);
    const context = canvas.getContext('2d');
    if (!context) throw new Error('No canvas.');
    const pixels = context.createImageData(2_400, 1_600);
    let seed = 1;
    for (let at = 0; at < pixels.data.length; at += 1) {
      seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
      pixels.data[at] = at % 4 === 3 ? 255 : seed % 256;
    }
    context.putImageData(pixels, 0, 0);
    const photo = new Uint8Array(await (await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.9 })).arrayBuffer());
    const made = await window.parley.command('template.picture', { bytes: photo });
    const refused = await window.parley.command('template.picture', { bytes: new TextEncoder().encode('no picture at all') });
    if (!made.ok) throw new Error(made.failure.code);
    const { data, width, height } = made.value;
    const staged = await window.parley.command('conversation.stageLink', { taskId: task, url: 'https://www.haldenvos.example/x', title: 'Your machine', picture: { data, alt: 'A photo' } });
    const { view } = await window.parley.snapshot();
    const sent = await window.parley.command('conversation.sendStaged', { taskId: task });
    return { photo: photo.byteLength, size: [width, height], refused, staged: staged.ok, card: JSON.stringify(view.open?.staged), sent: sent.ok };
  }, taskId);
  expect(answers).toMatchObject({ staged: true, sent: true, refused: { ok: false, failure: { code: 'pictureUnusable' } } });
  expect(answers.photo).toBeGreaterThan(1_000_000);
  expect((answers.size[0] ?? 0) / (answers.size[1] ?? 1)).toBeCloseTo(1.5, 1);
  expect(answers.card, 'state holds no bytes').toContain('"data":""');

  const arrived = async () => {
    const { body } = await sandbox.request('GET', '/sandbox/ledger');
    return (body as { data: readonly Entry[] }).data.flatMap((entry) => (entry.kind === 'message' ? (entry.message?.channelParams.apple?.richLinkData ?? []) : []));
  };
  await expect.poll(async () => (await arrived()).length).toBe(1);
  const [link] = await arrived();
  expect(link).toMatchObject({ title: 'Your machine', assets: { image: { mimeType: 'image/png' } } });
  const png = Buffer.from(link?.assets.image?.data ?? '', 'base64');
  expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect(png.byteLength).toBeLessThanOrEqual(MAX_PICTURE_BYTES);
  await expect(desk.transcript.getByText('Your machine')).toBeVisible();
});
