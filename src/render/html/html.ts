import type { Form } from "../form.js";

export const html: Form = {
  name: "html",
  async render() {
    return new Uint8Array();
  },
};
