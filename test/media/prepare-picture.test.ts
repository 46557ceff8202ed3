import { createHash } from "node:crypto";
import { describe, expect, it } from "@jest/globals";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import { likenessOfLooks } from "../../src/domain/photos/look";
import { readHeader } from "../../src/media/image-header";
import { preparePicture, type Picture } from "../../src/media/prepare-picture";
import { plainSlip, savedAnew } from "../support/transfers";
import { animatedGif, bombPng, noisyPng, twoHalves, withExif } from "./pictures";

/** Red, green and blue of a picture's pixel. */
async function colourAt({ jpeg }: Picture, x: number, y: number): Promise<string> {
  const image = await loadImage(jpeg);
  const canvas = createCanvas(image.width, image.height);
  canvas.getContext("2d").drawImage(image, 0, 0);
  const [red = 0, green = 0, blue = 0] = canvas.getContext("2d").getImageData(x, y, 1, 1).data;
  if (red > 200 && green > 200 && blue > 200) return "white";
  return red > 200 && blue < 60 ? "red" : blue > 200 && red < 60 ? "blue" : `${red} ${green} ${blue}`;
}

describe("a picture that somebody sent", () => {
  it.each(["jpeg", "png", "webp"] as const)("is taken as %s and kept as a small JPEG", async (format) => {
    const bytes = await twoHalves().encode(format as "png");
    const picture = await preparePicture(bytes, `image/${format}`);
    expect(readHeader(picture.jpeg)).toMatchObject({
      kind: "picture",
      format: "jpeg",
      size: { width: 400, height: 200 },
    });
    expect([await colourAt(picture, 20, 100), await colourAt(picture, 380, 100)]).toEqual(["red", "blue"]);
    expect(picture.originalSha256).toBe(createHash("sha256").update(bytes).digest("hex"));
  });

  it("is the first frame of a moving picture", async () => {
    expect(await colourAt(await preparePicture(animatedGif(), "image/gif"), 1, 1)).toBe("red");
  });

  it("stands upright, and says no more where and with what it was taken", async () => {
    const turned = withExif(await twoHalves().encode("jpeg"), 6);
    expect(turned.includes("Malee")).toBe(true);
    const picture = await preparePicture(turned, "image/jpeg");
    expect([picture.width, picture.height]).toEqual([200, 400]);
    expect([await colourAt(picture, 100, 20), await colourAt(picture, 100, 380)]).toEqual(["red", "blue"]);
    expect(picture.jpeg.includes("Malee")).toBe(false);
    expect(picture.jpeg.includes("Exif")).toBe(false);
  });

  it("has white behind it where it could be seen through", async () => {
    const clear = await createCanvas(50, 50).encode("png");
    expect(await colourAt(await preparePicture(clear, null), 25, 25)).toBe("white");
  });

  it("has at most 100 KB and 1600 pixels a side, however much is in it", async () => {
    const large = await preparePicture(await twoHalves(4000, 3000).encode("jpeg"), "image/jpeg");
    expect([large.width, large.height]).toEqual([1600, 1200]);
    const noise = await preparePicture(await noisyPng(), "image/png");
    expect(noise.jpeg.length).toBeLessThanOrEqual(100_000);
    expect(noise.width).toBeGreaterThanOrEqual(256);
  });

  it("looks the same when it was saved anew, smaller or cut a little, and other than another one", async () => {
    const looks = async (bytes: Buffer) => (await preparePicture(bytes, null)).look;
    const slip = await plainSlip(["30 Nov 2026 09:14", "Ms Malee Sukjai", "300.00", "No 2026113001"]);
    const first = await looks(slip);
    expect(likenessOfLooks(first, await looks(await savedAnew(slip, { cut: 0, scale: 0.5 })))).toBe("near");
    expect(likenessOfLooks(first, await looks(await savedAnew(slip, { cut: 20, scale: 0.8 })))).not.toBeNull();
    const other = await plainSlip(["5 Dec 2026 11:30", "Mr Anan Thongdee Na Songkhla", "1,575.00", "No 2026120577"]);
    expect(likenessOfLooks(first, await looks(other))).not.toBe("near");
    expect(likenessOfLooks(first, await looks(await noisyPng()))).toBeNull();
    expect([likenessOfLooks(first, null), likenessOfLooks(null, null)]).toEqual([null, null]);
  });

  it("may come without a type, or with that of any file", async () => {
    const bytes = await twoHalves().encode("jpeg");
    for (const type of [null, "", "application/octet-stream", "image/jpg; charset=binary"])
      expect((await preparePicture(bytes, type)).width).toBe(400);
  });

  it("is opened one after the other, and all of a few come through", async () => {
    const bytes = await twoHalves().encode("jpeg");
    const all = await Promise.all(Array.from({ length: 4 }, () => preparePicture(bytes, null)));
    expect(all.map(({ width }) => width)).toEqual([400, 400, 400, 400]);
  });
});

describe("what is no good picture", () => {
  const refused = (bytes: Buffer, type: string | null, code: string) =>
    expect(preparePicture(bytes, type)).rejects.toMatchObject({ code });

  it("is refused by its size before it is opened: 20 MB, a bomb of 30,000 times 30,000", async () => {
    await refused(
      Buffer.concat([await twoHalves().encode("jpeg"), Buffer.alloc(20e6)]),
      "image/jpeg",
      "photo.too-large",
    );
    const bomb = bombPng(30_000, 30_000);
    expect(bomb.length).toBeLessThan(10_000);
    await refused(bomb, "image/png", "photo.too-many-pixels");
    await refused(
      Buffer.from("GIF89a\xff\xff\xff\xff\0\0\0,\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;", "latin1"),
      null,
      "photo.too-many-pixels",
    );
  });

  it("is refused where type and bytes differ", async () => {
    await refused(await twoHalves().encode("png"), "image/jpeg", "photo.mislabelled");
    await refused(await twoHalves().encode("jpeg"), "application/pdf", "photo.mislabelled");
  });

  it.each(["jpeg", "png", "webp"] as const)("is refused where a %s is cut off or scrambled", async (format) => {
    const bytes = await twoHalves(900, 700).encode(format as "png");
    await refused(bytes.subarray(0, bytes.length - 40), `image/${format}`, "photo.broken");
    await refused(bytes.subarray(0, 16), `image/${format}`, "photo.broken");
    const scrambled = Buffer.from(bytes);
    scrambled.fill(0x5a, 60, bytes.length - 20);
    await refused(scrambled, `image/${format}`, "photo.broken");
  });

  it("is refused where a GIF is cut off", () => refused(animatedGif().subarray(0, 50), "image/gif", "photo.broken"));

  it("is told what to do with a HEIC, and that other files are no pictures", async () => {
    const heic = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic", "latin1")]);
    await refused(heic, "image/heic", "photo.unsupported");
    await refused(Buffer.from("II*\0and more of a TIFF"), "image/tiff", "photo.unsupported");
    await refused(Buffer.from("%PDF-1.7 and the rest"), "application/pdf", "photo.not-an-image");
    await refused(Buffer.alloc(0), "image/jpeg", "photo.not-an-image");
  });

  it("ends with its own process where it needs too much memory or time, and the next one is opened", async () => {
    const large = await twoHalves(5_000, 4_900).encode("jpeg");
    await expect(preparePicture(large, null, { memoryMb: 160 })).rejects.toMatchObject({
      code: expect.stringMatching(/^photo\.(too-slow|broken)$/),
    });
    await expect(preparePicture(large, null, { timeMs: 1 })).rejects.toMatchObject({ code: "photo.too-slow" });
    expect((await preparePicture(large, null)).width).toBe(1600);
  });

  it("is not even queued where many wait", async () => {
    const bytes = await twoHalves().encode("jpeg");
    const [first, second, third] = await Promise.allSettled(
      Array.from({ length: 3 }, () => preparePicture(bytes, null, { waiting: 1 })),
    );
    expect([first?.status, second?.status]).toEqual(["fulfilled", "fulfilled"]);
    expect(third).toMatchObject({ status: "rejected", reason: { code: "photo.busy" } });
  });
});
