import {
  appendFileSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { buildIn } from "../project.js";
import { ANNOUNCEMENT, edit, type Published } from "./correction-case.js";
import { recordPath, rewriteInputs, rewriteRecord } from "./record-of.js";
import { commit } from "./repository.js";

/** What an officer may do wrong after a disclosure was published; the data has been edited since. */
export interface RefusalCase {
  readonly says: string;
  readonly prepare?: (published: Published) => unknown;
  /** behind `correct` */
  readonly args?: readonly string[];
  /** the environment in which the program runs */
  readonly env?: Readonly<Record<string, string>>;
}

const PDF = "out/三门峡市住房保障中心2023年度单位预算公开.pdf";
const MEGABYTE = 1024 * 1024;

export const REFUSALS: readonly RefusalCase[] = [
  { says: "没有这个单位", args: ["--unit", "999999"] },
  { says: "没有这一年", args: ["--year", "1999"] },
  { says: "输出文件夹里没有构建记录", prepare: ({ project }) => rmSync(recordPath(project)) },
  { says: "公开以前生成过两次，又改了数据", prepare: buildAgain },
  { says: "改了数据又生成过，公开的是后一次的，写上“更正”以后没有再改", prepare: buildEdited },
  { says: "构建记录不完整", prepare: ({ project }) => truncateSync(recordPath(project), 1000) },
  {
    says: "构建记录被改过",
    prepare: ({ project }) => edit(recordPath(project), { find: "金额: 2430000.00", replace: "金额: 1.00" }),
  },
  {
    says: "构建记录是别的版本的程序写的",
    prepare: ({ project }) => edit(recordPath(project), { find: "record/1", replace: "record/9" }),
  },
  {
    says: "构建记录大得不像构建记录",
    prepare: ({ project }) => truncateSync(recordPath(project), 80 * MEGABYTE),
  },
  { says: "构建记录是通到项目外面的链接", prepare: linkRecord },
  { says: "公开时的数据，现在的程序读不了", prepare: ({ project }) => outdate(project) },
  {
    says: "公开时的数据在 git 里，现在的程序读不了",
    prepare: commitUnreadable,
    args: ["--revision", "HEAD"],
  },
  { says: "公开时的数据在 git 里，那时还没有写完", prepare: commitUnfinished, args: ["--revision", "HEAD"] },
  { says: "--published 写的文件找不到", args: ["--published", "out/没有.pdf"] },
  { says: "--published 写的是文件夹", args: ["--published", "out"] },
  { says: "--published 写的不是 PDF", args: ["--published", "data/403008/2023.yaml"] },
  {
    says: "--published 写的 PDF 生成以后另存过",
    prepare: ({ project }) => appendFileSync(join(project, PDF), "\n"),
    args: ["--published", PDF],
  },
  { says: "--published 写的是别的单位的 PDF", args: ["--published", PDF, "--unit", "410001"] },
  { says: "--published 写的是别的年度的 PDF", args: ["--published", PDF, "--year", "2024"] },
  { says: "--published 的数据文件已经删去", prepare: dropData, args: ["--published", PDF] },
  { says: "--published 和 --revision 都写了", args: ["--published", PDF, "--revision", "HEAD"] },
  { says: "没有装 git", args: ["--revision", "HEAD"], env: { PATH: "" } },
  { says: "项目没有用 git 管理", args: ["--revision", "HEAD"] },
  {
    says: "项目的文件夹属于别的用户",
    prepare: ({ project }) => commit(project),
    args: ["--revision", "HEAD"],
    env: { GIT_TEST_ASSUME_DIFFERENT_OWNER: "1" },
  },
  {
    says: "git 里没有这个版本",
    prepare: ({ project }) => commit(project),
    args: ["--revision", "2023公开"],
  },
  {
    says: "git 的这个版本里还没有这个单位的数据",
    prepare: commitWithoutData,
    args: ["--revision", "HEAD"],
  },
  { says: "git 的这个版本里，数据文件是链接", prepare: commitLink, args: ["--revision", "HEAD"] },
  { says: "--revision 写成了选项", args: ["--revision=--output=x"] },
  {
    says: "现在的数据有错",
    prepare: ({ project, data }) =>
      edit(join(project, data.file), { find: "金额: 8000000.00", replace: "金额: 8000001.00" }),
  },
  {
    says: "数据里还没有写“更正”",
    prepare: ({ project, data }) => edit(join(project, data.file), { find: ANNOUNCEMENT, replace: "" }),
  },
  {
    says: "版式没有更正说明的写法",
    prepare: ({ project }) => {
      const pack = join(project, "templates/henan/pack.yaml");
      writeFileSync(pack, readFileSync(pack, "utf8").replace(/\ncorrection:\n[\s\S]*$/, "\n"));
    },
  },
  {
    says: "更正说明的题目里有印不出的字",
    prepare: ({ project }) =>
      edit(join(project, "templates/henan/pack.yaml"), {
        find: "title: 关于更正",
        replace: "title: 关于更𱁬正",
      }),
  },
  {
    says: "更正的原因里写了手机号",
    prepare: ({ project, data }) =>
      edit(join(project, data.file), {
        find: "原因: 录入时有误 }",
        replace: "原因: 张某（13812345678）录入有误 }",
      }),
  },
  {
    says: "更正的原因里留着没有填的空",
    prepare: ({ project, data }) =>
      edit(join(project, data.file), { find: "原因: 录入时有误 }", replace: "原因: ××录入有误 }" }),
  },
];

const DATA = "data/403008/2023.yaml";

async function buildAgain({ project, data }: Published): Promise<void> {
  await buildIn(project, { data, output: "out" });
  edit(join(project, data.file), { find: "≥40万平方米", replace: "≥41万平方米" });
}

/** Of what is built last nothing has changed but that it is to be corrected. */
async function buildEdited({ project, data }: Published): Promise<void> {
  const file = join(project, data.file);
  edit(file, { find: ANNOUNCEMENT, replace: "" });
  await buildIn(project, { data, output: "out" });
  appendFileSync(file, ANNOUNCEMENT);
}

function linkRecord({ project }: Published): void {
  const path = recordPath(project);
  const outside = join(dirname(project), "record-outside.json");
  renameSync(path, outside);
  symlinkSync(outside, path);
}

/** As if today's program asked for more than that of the time of publication. */
function outdate(project: string): void {
  rewriteRecord(project, (record) => ({ ...record, program: { ...record.program, version: "0.0.1" } }));
  rewriteInputs(project, (text, file) =>
    file === DATA
      ? text.replace("性质: 事业单位", "性质: 事业").replace("金额: 8000000.00", "金额: 800万")
      : text,
  );
}

function commitWith({ project }: Published, find: string, replace: string): void {
  const now = readFileSync(join(project, DATA));
  edit(join(project, DATA), { find, replace });
  commit(project);
  writeFileSync(join(project, DATA), now);
}

function commitUnreadable(published: Published): void {
  commitWith(published, "金额: 8000000.00", "金额: 800万");
}

function commitUnfinished(published: Published): void {
  commitWith(published, "  支出总计: 加强经费管理，对项目经费进行压缩\n", "");
}

function commitWithoutData({ project }: Published): void {
  const [data, aside] = [join(project, "data"), `${project}-data`];
  renameSync(data, aside);
  commit(project);
  renameSync(aside, data);
}

function commitLink({ project }: Published): void {
  const [file, aside] = [join(project, DATA), join(project, "data/403008/aside.txt")];
  renameSync(file, aside);
  symlinkSync("aside.txt", file);
  commit(project);
  rmSync(file);
  renameSync(aside, file);
}

/** Another unit's data is there, so that the project is not empty. */
function dropData({ project }: Published): void {
  mkdirSync(join(project, "data/410002"), { recursive: true });
  copyFileSync("test/reports/bare/data/410002/2024.yaml", join(project, "data/410002/2024.yaml"));
  rmSync(join(project, DATA));
}
