// not shown in this file: it is Chinese already

/** What an example says in a language. */
interface ExampleWords {
  readonly name: string;
  readonly notes: string;
}

/** The names and notes of the examples in Chinese, by id; the documents themselves have them in English. */
export const CHINESE_EXAMPLES: Readonly<Record<string, ExampleWords>> = {
  'every-five-seconds': {
    name: '每五秒一次',
    notes:
      'LoopingCall 每 5 秒做一次它的工作。它的 Deferred 等的是循环的结束，而不是某一次：循环停止时触发，工作抛出异常时失败。第 4 次调用抛出异常，循环就此停下，errback 报告原因。没有 errback，谁也不会知道。',
  },
  'two-seconds-later': {
    name: '两秒之后',
    notes:
      'deferLater 给出一个 Deferred，过了延迟就以函数的结果触发。\n\n---\n\n@ 2 s first_try\n\n第一次尝试抛出异常，于是它走上错误一侧的轨道：失败得到报告，errback 启动第二次尝试并等待它。\n\n---\n\n@ 4 s first_try\n\n等到第二个的结果，第一个 Deferred 就带着它继续。',
  },
  'a-task-of-your-own': {
    name: '自己的任务',
    notes:
      '一个普通的 Deferred 是对结果的承诺，由别人来兑现：这里是 10 秒后的 callLater。它的 callback 和 errback 都会结束程序。把 `alarm` 的步骤从 fire 改成 fail，就能看到另一条轨道。',
  },
  'late-ticks': {
    name: '迟到的拍不补',
    notes:
      '`work_loop` 的第二次调用要 3.5 秒，这期间别的什么也不会运行。\n\n---\n\n@ 4.5 s work_loop\n\n2、3、4 秒的三次都错过了。错过的不会补上，下一次仍落在原来的时间格上。\n\n---\n\n@ 5 s counter\n\n`counter` 用 `withCount` 建立：每次会得知过去了几个格点，所以什么也不会丢。',
  },
  debounce: {
    name: '给外界的动作去抖',
    notes:
      '按钮被按了四次。每按一次就 `reset` 一次 `callLater`，所以它只运行一次：在最后一次按下的两秒之后。\n\n把 `button` 的几个时刻拉开，看它什么时候会运行不止一次。（已经运行过的调用不能再 reset：Twisted 会抛出 AlreadyCalled。）',
  },
  timeout: {
    name: '太久就取消的请求',
    notes:
      '`quick` 及时得到回答，它的超时就取消了。`slow` 三秒还没有回答：它被取消，canceller 挂断连接，errback 得到 TimeoutError。\n\n8 秒才来的回答遇到的是已经失败的 Deferred。有 canceller 时，Twisted 以 AlreadyCalledError 拒绝；去掉 canceller，这个迟到的回答就被悄悄吞掉一次。',
  },
  'in-sequence': {
    name: '协程一件接一件地等',
    notes:
      '`await` 让协程等待，却不阻塞 reactor。三个请求一个接一个：先 1 秒，再 2 秒，再 1.5 秒。\n\n`profile` 会失败，但那一步 await 出错后继续。改成不继续，协程就在那里结束，`session` 也随之失败。',
  },
  'all-or-first': {
    name: '等全部，或等第一个失败',
    notes:
      '两个列表等的是同样三个 Deferred。DeferredList 从不失败：最后一个有了结果它才触发，每个成员一对 (成功, 值)，按列表的顺序，而不是完成的顺序。\n\n`gathered` 由 gatherResults 建立：第一个失败一出现，它马上以 FirstError 失败；其余的照样继续。',
  },
  crawler: {
    name: '同时最多两个请求的爬虫',
    notes:
      '四个页面同时请求，但 DeferredSemaphore 只有两个令牌：其余的排队，先来先得。请求失败时令牌同样会还回去。\n\n把令牌改成一个（即 DeferredLock）或四个，比较结束的时间。',
  },
  'producer-consumer': {
    name: '生产者、队列与消费者',
    notes:
      '生产者每秒放入一件，消费者处理一件要两秒，所以 DeferredQueue 越积越多。四个位置都满以后，`put` 抛出 QueueOverflow，循环随之结束。\n\n让消费者快一点、队列大一点，或者再开一个消费者。',
  },
  'polling-service': {
    name: '会退避的轮询服务',
    notes:
      '每 5 秒取一次数据。连接被拒绝时，服务停止轮询，先等 2 秒再试，再是 4 秒，再是 8 秒。第一个成功的回答重新启动轮询。\n\n52 秒时外界停止这个服务，其中还在等待的一切也一并停下。',
  },
  'service-tree': {
    name: '按顺序启动和停止的服务',
    notes:
      '启动一个服务，就按顺序启动它的成员，包括其中的子服务。停止则倒过来：先停子服务，再停循环，取消还在等待的。\n\n外界在 7 秒停止整个应用，这时缓存还没有预热完；8 秒停止 reactor。',
  },
  'thread-pool': {
    name: '阻塞的工作：在 reactor 里与在线程里',
    notes:
      '三个任务各要阻塞 1.6 秒，但它们在线程池的工作线程里：线程池只有两个线程，第三个任务要等。心跳照常进行，结果在 reactor 线程里交付。\n\n6 秒时一个 callLater 不用线程做同样的事：心跳停住了。',
  },
  'cooperative-job': {
    name: '心跳旁边的长工作',
    notes:
      '六十页，每页 4 毫秒：一口气做完会阻塞 reactor 四分之一秒。协作任务把它切成 10 毫秒一片，片与片之间让 reactor 喘口气。\n\n从 0.1 到 0.4 秒，外界让这个任务暂停。',
  },
  'test-clock': {
    name: '同一个程序，用测试时钟',
    notes:
      '单元测试手动拨动 `task.Clock`。`advance(3.5)` 先把时间拨过去，再运行到期的调用：循环只在 3.5 响一次，`first` 看到的时间也是 3.5。\n\n把 advances 改成四个 0.5，或者把时钟换成 reactor，比较两者。',
  },
  latencies: {
    name: '各花各的时间的请求',
    notes:
      '每个请求所需的时间取自对数正态分布，五个里大约失败一个。随机数都来自调度的种子，所以每次运行都一样；换一个种子就是另一次运行。\n\n导出的 Python 程序抽到的是完全相同的数。',
  },
};
