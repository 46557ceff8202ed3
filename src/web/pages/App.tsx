import { UnknownPage } from "./frame/UnknownPage";
import { PhotoPage } from "./photo/PhotoPage";

/** The page that the address names. */
export function App() {
  const [, photo] = /^\/pages\/photo\/([0-9a-f]{32})$/.exec(location.pathname) ?? [];
  return photo === undefined ? <UnknownPage /> : <PhotoPage id={photo} />;
}
