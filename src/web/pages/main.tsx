import { render } from "preact";
import { App } from "./App";
import { ignoreSecondHalves } from "./frame/double-tap";

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no place for the page");
ignoreSecondHalves(document);
render(<App />, root);
