import { describe, expect, it } from "@jest/globals";
import { validateSignature } from "@line/bot-sdk";
import { signBody } from "../../../scripts/simulator/webhooks/signature";
import { webhookBody } from "../../../scripts/simulator/webhooks/body";

const destination = "U8e742f61d673b39c7fff3cecb7536ef0";

describe("webhook signature", () => {
  it("is LINE's official test vector", () => {
    const body = `{"destination":"${destination}","events":[]}`;
    expect(signBody("8c570fa6dd201bb328f1c1eac23a96d8", body)).toBe("GhRKmvmHys4Pi8DxkF4+EayaH0OqtJtaZxgTD9fMDLs=");
    expect(webhookBody(destination, [])).toBe(body);
  });

  it("covers the bytes, not the meaning: an emoji is escaped and signed so", () => {
    const event = {
      type: "message",
      timestamp: 1,
      mode: "active",
      webhookEventId: "01FZ74A0TDDPYRVKNK77XKC3ZR",
      deliveryContext: { isRedelivery: false },
      source: { type: "user", userId: destination },
      message: { type: "text", id: "1", text: "ดี 👍", quoteToken: "q" },
    };
    const body = webhookBody(destination, [event]);
    expect(body).toContain("ดี \\ud83d\\udc4d");
    const again = JSON.stringify(JSON.parse(body));
    expect(validateSignature(body, "s", signBody("s", body))).toBe(true);
    expect(validateSignature(again, "s", signBody("s", body))).toBe(false);
  });

  it("refuses to send what LINE's description does not allow, but lets unknown event types through", () => {
    expect(() => webhookBody(destination, [{ type: "message" }])).toThrow("no webhook of LINE");
    expect(() => webhookBody(destination, [{ type: "somethingNew", anything: 1 }])).not.toThrow();
  });
});
