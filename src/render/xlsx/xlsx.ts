import type { Form } from "../form.js";

export const xlsx: Form = {
  name: "xlsx",
  async render() {
    return new Uint8Array();
  },
};
