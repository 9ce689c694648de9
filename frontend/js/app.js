// Every page loads this. All of it only helps: each page works without it.
import "./htmx.js";
import "./theme.js";
import "./forms.js";
import "./dialogs.js";
import "./menus.js";
import "./upload.js";
import "./toasts.js";
import "./actions.js";
import "./keys.js";
import "./weights.js";
