"""What a HarmonyOS app needs for push, as pieces of its own code."""

from .source_strings import literal

LISTENER = """\
// module.json5, the ability that receives: only one in the app may have this action
"skills": [
  {
    "actions": ["action.ohos.push.listener"]
  }
]
"""

TOKEN = """\
// EntryAbility.ets: at every start, because the token may have changed
import { AbilityConstant, UIAbility, Want } from '@kit.AbilityKit';
import { BusinessError } from '@kit.BasicServicesKit';
import { hilog } from '@kit.PerformanceAnalysisKit';
import { AAID, pushService } from '@kit.PushKit';
import { reportToken } from './reportToken';

export default class EntryAbility extends UIAbility {
  onCreate(want: Want, launchParam: AbilityConstant.LaunchParam): void {
    this.askForToken();
  }

  private async askForToken(): Promise<void> {
    try {
      const aaid: string = await AAID.getAAID();
      const token: string = await pushService.getToken();
      await reportToken(token, aaid);
    } catch (error) {
      const failure = error as BusinessError;
      hilog.error(0x0000, 'Push', 'No token: %{public}d %{public}s', failure.code,
        failure.message);
    }
  }
}
"""

HOME = """\
// reportToken.ets: tells your server which token this app has now
import { http } from '@kit.NetworkKit';

const HOME: string = 'https://example.com/push-tokens'; // your server

export async function reportToken(token: string, aaid: string): Promise<void> {
  const request = http.createHttp();
  try {
    const answer = await request.request(HOME, {
      method: http.RequestMethod.POST,
      header: { 'Content-Type': 'application/json' },
      extraData: JSON.stringify({ aaid: aaid, token: token })
    });
    if (answer.responseCode >= 300) {
      throw new Error(`The server answered ${answer.responseCode}`);
    }
  } finally {
    request.destroy();
  }
}
"""

PERMISSION = """\
// EntryAbility.ets, once the first page is there: asks the user, one time
import { common } from '@kit.AbilityKit';
import { notificationManager } from '@kit.NotificationKit';

async function askForNotifications(context: common.UIAbilityContext): Promise<void> {
  const allowed: boolean = await notificationManager.isNotificationEnabled();
  if (!allowed) {
    await notificationManager.requestEnableNotification(context);
  }
}
"""

PROFILE = """\
// After sign-in; unbind on sign-out, bind again when the token has changed
import { pushCommon, pushService } from '@kit.PushKit';

const KIND = pushCommon.AppProfileType.PROFILE_TYPE_APPLICATION_ACCOUNT;

// profileId: an ID from your server that says nothing of the person, 64 characters
async function onSignedIn(profileId: string): Promise<void> {
  await pushService.bindAppProfileId(KIND, profileId);
}

async function onSignedOut(profileId: string): Promise<void> {
  await pushService.unbindAppProfileId(profileId);
}
"""

RECEIVE = """\
// PushMessageAbility.ets: receiveMessage has to be called right in onCreate
import { UIAbility } from '@kit.AbilityKit';
import { BusinessError } from '@kit.BasicServicesKit';
import { hilog } from '@kit.PerformanceAnalysisKit';
import { pushCommon, pushService } from '@kit.PushKit';

export default class PushMessageAbility extends UIAbility {
  onCreate(): void {
    try {
      // 'DEFAULT' for notifications that come while the app is in front
      pushService.receiveMessage('BACKGROUND', this,
        (payload: pushCommon.PushPayload) => {
          hilog.info(0x0000, 'Push', 'Data: %{private}s', payload.data);
        });
    } catch (error) {
      const failure = error as BusinessError;
      hilog.error(0x0000, 'Push', 'Not listening: %{public}d %{public}s', failure.code,
        failure.message);
    }
  }
}
"""


def module_code(client_id: str) -> str:
    """The metadata of `module.json5`."""
    return f"""\
// module.json5, inside "module"
"metadata": [
  {{
    "name": "client_id",
    "value": {literal(client_id)}
  }}
]
"""
