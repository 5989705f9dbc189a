import { pathToFileURL } from "node:url";

/**
 * Jest loads modules anew for each test file, and runs them slowly; Node loads them once, and compiles what runs often. So
 * what a test imports of the program is what Node has loaded.
 */
export default {
  async processAsync(_source, file) {
    const url = pathToFileURL(file).href;
    const names = Object.keys(await import(url));
    const given = names.map((name) => `${name}: its_${name}`).join(", ");
    const exported = names.map((name) => `its_${name} as ${name}`).join(", ");
    return {
      code: `const { ${given} } = await loadedByNode(${JSON.stringify(url)});\nexport { ${exported} };\n`,
    };
  },
};
