import { render } from "preact";
import { App } from "./App";

const root = document.getElementById("app");
if (!root) throw new Error("index.html has no place for the page");
render(<App />, root);
